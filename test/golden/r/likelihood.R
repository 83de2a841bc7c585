# Logistic and cumulative logit models, with and without cluster-robust errors (sandwich), and separation.
logistic_cases <- list(
  list("birthwt", "low ~ age + lwt + factor(race) + smoke + ptl + ht + ui"), list("mtcars", "vs ~ wt + hp"), list("verbagg", "r2 ~ btype + situ + mode + Anger", cluster = "id"),
  list("verbagg", "r2 ~ btype * mode", cluster = "id"), list("birthwt", "low ~ poly(age, 2) + smoke:ht + offset(lwt/100)"), list("birthwt", "cbind(ptl, ftv) ~ smoke + lwt"),
  list("mtcars", "am ~ wt"), list("birthwt", "I(bwt < 2500) ~ age + I(2 * age) + lwt"))
closer <- glm.control(epsilon = 1e-11, maxit = 100)
robust_part <- function(model, cluster) {
  covariance <- sandwich::vcovCL(model, cluster, type = "HC0", cadjust = TRUE)
  I(unname(sqrt(diag(covariance))))
}
write_golden("logistic", lapply(logistic_cases, function(case) {
  data <- read_data(case[[1]])
  model <- suppressWarnings(glm(as.formula(case[[2]]), data, family = binomial(), control = closer))
  table <- coef(summary(model))
  list(data = case[[1]], formula = case[[2]], cluster = case$cluster, terms = I(rownames(table)), estimates = I(unname(table[, 1])), se = I(unname(table[, 2])),
    p = I(unname(table[, 4])), logLik = as.numeric(logLik(model)), aic = AIC(model),
    robust = if (!is.null(case$cluster)) robust_part(model, data[[case$cluster]]))
}))
ordinal_cases <- list(
  list("wine", "rating ~ temp + contact", means = "temp"), list("wine", "rating ~ temp * contact", means = c("temp", "contact")), list("wine", "rating ~ temp + contact + judge", cluster = "judge"),
  list("housing", "factor(Sat, levels = c(\"Low\", \"Medium\", \"High\")) ~ Infl + Type + Cont", weights = "Freq"),
  list("verbagg", "resp ~ btype + situ + mode + Gender + Anger", cluster = "id", means = "btype"), list("mtcars", "carb ~ wt"))
write_golden("ordinal", lapply(ordinal_cases, function(case) {
  data <- read_data(case[[1]])
  data$.w <- if (is.null(case$weights)) 1 else data[[case$weights]]
  response <- all.vars(as.formula(case[[2]]))[1]
  if (!is.factor(data[[response]])) data[[response]] <- factor(data[[response]])
  model <- ordinal::clm(as.formula(case[[2]]), data = data, weights = .w, control = ordinal::clm.control(gradTol = 1e-12))
  table <- coef(summary(model))
  means <- if (!is.null(case$means)) {
    grid <- emmeans(model, case$means)
    list(factors = I(case$means), estimates = I(as.data.frame(grid)$emmean), se = I(as.data.frame(grid)$SE),
      contrasts = I(as.data.frame(pairs(grid))$estimate), contrastSe = I(as.data.frame(pairs(grid))$SE))
  }
  list(data = case[[1]], formula = case[[2]], weights = case$weights, cluster = case$cluster, terms = I(rownames(table)), estimates = I(unname(table[, 1])),
    se = I(unname(table[, 2])), p = I(unname(table[, 4])), logLik = as.numeric(logLik(model)), aic = AIC(model), means = means,
    robust = if (!is.null(case$cluster)) robust_part(model, data[[case$cluster]]))
}))
separation_cases <- list(
  list("mtcars", "am ~ factor(gear)"), list("mtcars", "am ~ factor(gear) + wt"), list("mtcars", "vs ~ factor(carb) + wt"), list("mtcars", "am ~ wt + hp"), list("mtcars", "am ~ wt + cyl + carb"))
write_golden("separation", lapply(separation_cases, function(case) {
  data <- read_data(case[[1]])
  # Debian has no detectseparation. When glm goes on until the deviance stands still, errors of infinite coefficients are huge.
  model <- suppressWarnings(glm(as.formula(case[[2]]), data, family = binomial(), control = glm.control(epsilon = 1e-12, maxit = 60)))
  errors <- coef(summary(model))[, 2]
  list(data = case[[1]], formula = case[[2]], infinite = I(names(errors)[errors > 500]), errors = I(unname(errors)))
}))

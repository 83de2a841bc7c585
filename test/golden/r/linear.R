# Least squares, cluster-robust errors (clubSandwich), likelihood-ratio tests of mixed models.
linear_cases <- list(
  list("mtcars", "mpg ~ wt * factor(cyl)"), list("mtcars", "log(mpg) ~ poly(hp, 2) + I(wt/1000)"), list("mtcars", "mpg ~ 0 + factor(gear) + wt", weights = "qsec"),
  list("mtcars", "mpg ~ wt + I(2 * wt) + hp"), list("mtcars", "mpg ~ factor(cyl) * factor(gear)"), list("mtcars", "mpg ~ wt + offset(qsec)"),
  list("unbalanced", "Reaction ~ Days * Group", cluster = "Subject"), list("unbalanced", "Reaction ~ Days * Group", cluster = "Subject", weights = "Weight"),
  list("cake", "angle ~ recipe * temperature", cluster = "replicate"), list("chickweight", "weight ~ Time * factor(Diet)", cluster = "Chick"),
  list("verbagg", "I(r2 == \"Y\") ~ btype * Gender + Anger", cluster = "id"), list("orthodont", "distance ~ age * Sex", cluster = "Subject"),
  list("machines", "score ~ Machine", cluster = "Worker"))
write_golden("linear", lapply(linear_cases, function(case) {
  data <- read_data(case[[1]])
  if (!is.null(case$weights)) data$.w <- data[[case$weights]]
  model <- if (is.null(case$weights)) lm(as.formula(case[[2]]), data) else lm(as.formula(case[[2]]), data, weights = .w)
  table <- coef(summary(model))
  used <- data[rownames(model.frame(model)), ]
  robust <- if (!is.null(case$cluster)) lapply(c(CR0 = "CR0", CR1 = "CR1", CR1S = "CR1S", CR2 = "CR2"), function(type) {
    found <- clubSandwich::coef_test(model, clubSandwich::vcovCR(model, used[[case$cluster]], type))
    list(se = I(found$SE), df = I(found$df), p = I(found$p_Satt))
  })
  list(data = case[[1]], formula = case[[2]], weights = case$weights, cluster = case$cluster, terms = I(names(coef(model))),
    estimates = I(unname(table[, 1])), se = I(unname(table[, 2])), p = I(unname(table[, 4])), missing = I(names(coef(model))[is.na(coef(model))]),
    sigma = sigma(model), df = df.residual(model), rSquared = summary(model)$r.squared, logLik = as.numeric(logLik(model)), aic = AIC(model), bic = BIC(model), robust = robust)
}))
ratio_cases <- list(
  list("sleepstudy", "Reaction ~ 1 + (Days | Subject)", "Reaction ~ Days + (Days | Subject)"), list("sleepstudy", "Reaction ~ Days + (1 | Subject)", "Reaction ~ Days + (Days | Subject)"),
  list("cake", "angle ~ recipe + temperature + (1 | replicate)", "angle ~ recipe * temperature + (1 | replicate)"), list("oats", "yield ~ nitro + (1 | Block/Variety)", "yield ~ nitro + Variety + (1 | Block/Variety)"))
write_golden("ratios", lapply(ratio_cases, function(case) {
  data <- read_data(case[[1]])
  fit <- function(text) lmer(as.formula(text), data, REML = FALSE, control = closely)
  table <- anova(fit(case[[2]]), fit(case[[3]]))
  list(data = case[[1]], smaller = case[[2]], larger = case[[3]], chiSquare = table$Chisq[2], df = table$Df[2], p = table[["Pr(>Chisq)"]][2])
}))

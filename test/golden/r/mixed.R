# Linear mixed models. The optimiser is made to look closely: by default lme4 stops at about six digits.
closely <- lmerControl(optimizer = "nloptwrap", calc.derivs = FALSE, check.conv.singular = "ignore", check.rankX = "silent.drop.cols",
  optCtrl = list(xtol_abs = 1e-13, ftol_abs = 1e-13, xtol_rel = 0, ftol_rel = 0, maxeval = 1e5))
random_table <- function(model) {
  table <- as.data.frame(VarCorr(model))
  effects <- subset(table, is.na(var2) & !is.na(var1))
  lapply(seq_len(nrow(effects)), function(row) {
    group <- effects$grp[row]; term <- effects$var1[row]
    correlations <- subset(table, grp == group & !is.na(var2) & var2 == term)
    list(group = sub("[.][0-9]+$", "", group), term = term, sd = effects$sdcor[row],
      correlations = if (nrow(correlations) > 0) as.list(setNames(correlations$sdcor, correlations$var1)))
  })
}
fixed_table <- function(model) {
  table <- coef(summary(model, ddf = "Satterthwaite"))
  lapply(seq_len(nrow(table)), function(row) list(term = rownames(table)[row], estimate = table[row, 1], se = table[row, 2],
    df = table[row, 3], t = table[row, 4], p = table[row, 5]))
}
means_table <- function(model, factors, data) {
  used <- data[rownames(model.frame(model)), ]
  grid <- emmeans(model, factors, lmer.df = "satterthwaite", data = used)
  rows <- function(table, label) lapply(seq_len(nrow(table)), function(row) list(label = label(table[row, ]), estimate = table$estimate[row],
    se = table$SE[row], df = table$df[row], t = table$t.ratio[row], p = table$p.value[row]))
  means <- as.data.frame(test(grid)); names(means)[names(means) == "emmean"] <- "estimate"
  contrasts <- as.data.frame(pairs(grid, adjust = "none"))
  contrasts$holm <- p.adjust(contrasts$p.value, "holm"); contrasts$bh <- p.adjust(contrasts$p.value, "BH")
  differences <- pairs(grid)@linfct[seq_len(nrow(means) - 1), , drop = FALSE]
  joint <- lmerTest::contest(model, differences, joint = TRUE)
  list(factors = I(factors),
    means = rows(means, function(row) paste(sapply(factors, function(name) as.character(row[[name]])), collapse = " ")),
    contrasts = lapply(seq_len(nrow(contrasts)), function(row) list(label = as.character(contrasts$contrast[row]), estimate = contrasts$estimate[row],
      se = contrasts$SE[row], df = contrasts$df[row], p = contrasts$p.value[row], holm = contrasts$holm[row], bh = contrasts$bh[row])),
    joint = list(statistic = joint[["F value"]], df1 = joint$NumDF, df2 = joint$DenDF, p = joint[["Pr(>F)"]]))
}
mixed_cases <- list(
  list("sleepstudy", "Reaction ~ 1 + (1 | Subject)"), list("sleepstudy", "Reaction ~ Days + (1 | Subject)"),
  list("sleepstudy", "Reaction ~ Days + (Days | Subject)"), list("sleepstudy", "Reaction ~ Days + (Days || Subject)"),
  list("sleepstudy", "Reaction ~ Days + (Days | Subject)", reml = FALSE), list("sleepstudy", "Reaction ~ poly(Days, 2) + (1 | Subject) + (0 + Days | Subject)"),
  list("sleepstudy", "Reaction ~ Days + I(Days^2) + (Days + I(Days^2) | Subject)"),
  list("penicillin", "diameter ~ 1 + (1 | plate) + (1 | sample)"), list("pastes", "strength ~ 1 + (1 | batch/cask)"),
  list("pastes", "strength ~ 1 + (1 | sample) + (1 | batch)"), list("pastes", "strength ~ 1 + (1 | batch/cask)", reml = FALSE),
  list("cake", "angle ~ recipe * temperature + (1 | replicate:recipe)", means = "recipe"),
  list("cake", "angle ~ recipe + poly(temperature, 2) + (1 | recipe:replicate)", means = "recipe"),
  list("cake", "angle ~ recipe * factor(temperature) + (1 | replicate) + (1 | replicate:recipe)", means = c("recipe", "temperature")),
  list("machines", "score ~ Machine + (1 | Worker)", means = "Machine"), list("machines", "score ~ Machine + (Machine | Worker)", means = "Machine"),
  list("machines", "score ~ Machine + (0 + Machine | Worker)"), list("machines", "score ~ Machine + (1 | Worker/Machine)", means = "Machine"),
  list("oats", "yield ~ nitro + Variety + (1 | Block/Variety)", means = "Variety"), list("oats", "yield ~ factor(nitro) * Variety + (1 | Block) + (1 | Block:Variety)", means = "Variety"),
  list("orthodont", "distance ~ age * Sex + (age | Subject)", means = "Sex"), list("orthodont", "distance ~ I(age - 11) * Sex + (1 | Subject)"),
  list("ergostool", "effort ~ Type + (1 | Subject)", means = "Type"), list("dyestuff2", "Yield ~ 1 + (1 | Batch)"),
  list("chickweight", "weight ~ Time * factor(Diet) + (Time | Chick)", means = "Diet"), list("chickweight", "log(weight) ~ Time + factor(Diet) + (1 | Chick)"),
  list("insteval", "y ~ service + (1 | s) + (1 | d)"), list("insteval", "y ~ service + factor(lectage) + (1 | s) + (1 | d) + (1 | dept)"),
  list("insteval", "y ~ 1 + (1 | s) + (1 | d) + (1 | service:dept)"),
  list("unbalanced", "Reaction ~ Hours * Group + (Hours | Subject)", means = "Group"), list("unbalanced", "Reaction ~ Days + Group + (1 | Subject)", means = "Group"),
  list("unbalanced", "Reaction ~ Days + Hours + Group + (Days || Subject)"), list("unbalanced", "Reaction ~ Days + (1 | Subject)", weights = "Weight"),
  list("verbagg", "Anger ~ btype + situ + mode + (1 | item)"), list("warpbreaks", "breaks ~ tension + (1 | wool)", means = "tension")
)
write_golden("mixed", lapply(mixed_cases, function(case) {
  data <- read_data(case[[1]])
  reml <- !identical(case$reml, FALSE)
  if (!is.null(case$weights)) data$.w <- data[[case$weights]]
  model <- suppressMessages(suppressWarnings(if (is.null(case$weights)) lmer(as.formula(case[[2]]), data, REML = reml, control = closely)
    else lmer(as.formula(case[[2]]), data, REML = reml, control = closely, weights = .w)))
  list(data = case[[1]], formula = case[[2]], reml = reml, weights = case$weights, n = nobs(model), groups = as.list(ngrps(model)),
    logLik = as.numeric(logLik(model)), aic = AIC(model), bic = BIC(model), residualSd = sigma(model), singular = isSingular(model),
    fixed = suppressMessages(suppressWarnings(fixed_table(model))), random = random_table(model),
    means = if (!is.null(case$means)) suppressMessages(suppressWarnings(means_table(model, case$means, data))))
}))

# Names and columns of model matrices. A column is held by its sum and by its sum weighted by 1, 2, 3, ...
formula_cases <- list(
  c("mtcars", "mpg ~ wt + hp"), c("mtcars", "mpg ~ wt * hp - wt"), c("mtcars", "mpg ~ (wt + hp + qsec)^2"),
  c("mtcars", "log(mpg) ~ I(wt^2) + I(hp/100) + sqrt(disp)"), c("mtcars", "mpg ~ factor(cyl) * wt"),
  c("mtcars", "mpg ~ 0 + factor(cyl)"), c("mtcars", "mpg ~ factor(cyl) + factor(gear) - 1"),
  c("mtcars", "mpg ~ factor(cyl):factor(am)"), c("mtcars", "mpg ~ factor(cyl)/wt"), c("mtcars", "mpg ~ wt %in% factor(cyl)"),
  c("mtcars", "mpg ~ poly(wt, 3)"), c("mtcars", "mpg ~ poly(wt, 2, raw = TRUE) * factor(am)"),
  c("mtcars", "mpg ~ I(wt > 3) + I(hp/100000)"), c("mtcars", "mpg ~ scale(wt) + scale(hp, scale = FALSE)"),
  c("mtcars", "mpg ~ factor(cyl, levels = c(8, 4, 6)) + wt"), c("mtcars", "mpg ~ ordered(cyl) * wt"),
  c("mtcars", "mpg ~ wt + offset(qsec) + log(hp, base = 2)"), c("mtcars", "mpg ~ ."),
  c("mtcars", "mpg ~ wt:hp + factor(gear):wt + factor(gear):factor(am):hp"), c("mtcars", "mpg ~ -1 + wt + factor(am):wt"),
  c("warpbreaks", "breaks ~ wool * tension"), c("warpbreaks", "breaks ~ tension %in% wool"), c("warpbreaks", "breaks ~ wool/tension"),
  c("warpbreaks", "breaks ~ wool:tension - 1"), c("warpbreaks", "breaks ~ 0 + wool + wool:tension"),
  c("warpbreaks", "breaks ~ relevel(wool, ref = \"B\") + tension"), c("warpbreaks", "breaks ~ (wool + tension)^3 - wool:tension"),
  c("cake", "angle ~ recipe * poly(temperature, 2)"), c("cake", "angle ~ recipe + recipe:temperature"),
  c("mtcars", "mpg ~ I(-wt) + I(wt * (hp - 100)) + exp(-wt)"), c("mtcars", "mpg ~ I(ifelse(cyl == 4, 1, 0)) + I(carb %% 2)"),
  c("mtcars", "mpg ~ (factor(cyl) + factor(am) + wt)^2 - factor(am):wt"), c("mtcars", "mpg ~ wt*factor(am) + factor(cyl) %in% factor(am)")
)
write_golden("formulas", lapply(formula_cases, function(case) {
  data <- read_data(case[1])
  matrix <- model.matrix(lm(as.formula(case[2]), data))
  list(data = case[1], formula = case[2], names = I(colnames(matrix)), sums = I(unname(colSums(matrix))),
    weighted = I(unname(colSums(matrix * seq_len(nrow(matrix))))))
}))

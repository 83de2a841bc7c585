# Tails and quantiles.
t_cases <- expand.grid(t = c(1e-9, 0.3, 2, 40, 300), df = c(0.7, 1, 4.31, 17, 1e4, 1e7))
f_cases <- expand.grid(f = c(1e-6, 0.8, 3, 50), df1 = c(1, 3, 12.5), df2 = c(1.2, 9, 250, 1e7))
chi_cases <- expand.grid(x = c(1e-6, 0.5, 4, 100, 700), df = c(0.5, 1, 3, 40))
level_cases <- expand.grid(df = c(0.9, 1.01, 3, 17.3, 1e3, 1e7), level = c(0.5, 0.9, 0.95, 0.999))
write_json(list(versions = list(R = as.character(getRversion())), cases = list(
  t = data.frame(t_cases, p = 2 * pt(-t_cases$t, t_cases$df)), f = data.frame(f_cases, p = pf(f_cases$f, f_cases$df1, f_cases$df2, lower.tail = FALSE)),
  chi = data.frame(chi_cases, p = pchisq(chi_cases$x, chi_cases$df, lower.tail = FALSE)), critical = data.frame(level_cases, t = qt(1 - (1 - level_cases$level) / 2, level_cases$df)),
  normal = data.frame(z = c(0, 0.5, 1.96, 6, 30), p = 2 * pnorm(-c(0, 0.5, 1.96, 6, 30))))),
  file.path(root, "distributions.json"), digits = NA, auto_unbox = TRUE, pretty = 1)

# Correlations, tests of two samples, Kendall's tau-b, Fisher's exact test, Krippendorff's alpha.
iris_part <- iris[c(1:20, 51:60), ]
pairs_cases <- list(list(one = mtcars$mpg, other = mtcars$wt), list(one = iris_part$Sepal.Length, other = iris_part$Petal.Width), list(one = sleep$extra[1:10], other = sleep$extra[11:20]),
  list(one = c(4, 1, 3, 2), other = c(3, 1, 4, 1)), list(one = mtcars$cyl, other = mtcars$gear))
tests_of <- function(one, other) {
  r <- cor.test(one, other); t <- t.test(one, other, paired = TRUE); v <- var.test(one, other); k <- suppressWarnings(cor.test(one, other, method = "kendall", exact = FALSE)); w <- t.test(one, other)
  list(one = I(one), other = I(other), r = unname(r$estimate), lower = r$conf.int[1], upper = r$conf.int[2], rP = r$p.value, t = unname(t$statistic), df = unname(t$parameter), p = t$p.value,
    ratio = unname(v$estimate), ratioP = v$p.value, tau = unname(k$estimate), z = unname(k$statistic), tauP = k$p.value,
    welch = list(t = unname(w$statistic), df = unname(w$parameter), p = w$p.value, lower = w$conf.int[1], upper = w$conf.int[2]))
}
tables <- list(rbind(c(3, 1), c(1, 3)), rbind(c(120, 118, 125, 119), c(12, 14, 5, 20)), rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11)), rbind(c(10, 0, 5), c(0, 8, 6)))
fisher <- lapply(tables, function(table) list(table = lapply(seq_len(nrow(table)), function(row) I(table[row, ])), p = fisher.test(table, workspace = 2e7)$p.value))
# Krippendorff (2011), Computing Krippendorff's alpha-reliability: four observers, twelve units; his own results, to three digits.
observers <- list(c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3), c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA))
units <- lapply(seq_len(12), function(unit) I(sapply(observers, function(values) values[unit])))
write_golden("agreement", list(list(pairs = lapply(pairs_cases, function(case) tests_of(case$one, case$other)), fisher = fisher,
  krippendorff = list(units = units, alpha = list(nominal = 0.743, ordinal = 0.815, interval = 0.849, ratio = 0.797)))))

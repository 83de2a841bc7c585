# Plackett-Luce and Bradley-Terry models, conditional logit by coxph, quasi-standard errors, clustered sandwich.
library(survival)
long_of <- function(matrix, participants = NULL) {
  rows <- do.call(rbind, lapply(seq_len(nrow(matrix)), function(ranking) {
    ranked <- which(matrix[ranking, ] > 0)
    data.frame(ranking = ranking, participant = if (is.null(participants)) ranking else participants[ranking], item = colnames(matrix)[ranked], rank = unname(matrix[ranking, ranked]))
  }))
  number <- match(rows$item, colnames(matrix))
  rows$position <- ave((number * 7919 + rows$ranking * 104729 + number * rows$ranking * 31) %% 1009, rows$ranking, FUN = rank)
  rows$length <- 200 + (rows$ranking * 137 + match(rows$item, colnames(matrix)) * 191 + rows$rank * 29) %% 400
  rows
}
data(citations, package = "BradleyTerry2")
cited <- subset(as.data.frame(citations), as.character(cited) != as.character(citing))
write_data("citations", data.frame(winner = as.character(cited$cited), loser = as.character(cited$citing), n = cited$Freq))
binomial_citations <- BradleyTerry2::countsToBinomial(citations)
names(binomial_citations)[1:2] <- c("one", "other")
bt <- BradleyTerry2::BTm(cbind(win1, win2), one, other, ~journal, id = "journal", data = binomial_citations)
bt_full <- BradleyTerry2::BTabilities(bt)
bt_covariance <- matrix(0, 4, 4, dimnames = list(rownames(bt_full), rownames(bt_full))); bt_covariance[-1, -1] <- vcov(bt)
rankings_cases <- list(list(name = "Bradley-Terry by BradleyTerry2", data = "citations", weights = "n", items = I(rownames(bt_full)), worths = I(unname(bt_full[, 1])),
  se = I(unname(bt_full[, 2])), quasi = I(unname(qvcalc::qvcalc(bt_covariance)$qvframe$quasiSE)), pseudo = 0))

# The exploded logit: at each stage the best of those that are left, one stratum a ranking.
cox_case <- function(name, data, formula) {
  long <- read_data(data)
  long$item <- factor(long$item)
  model <- coxph(as.formula(formula), long, ties = "exact", control = coxph.control(eps = 1e-11, toler.chol = 1e-13, iter.max = 50))
  robust <- coxph(as.formula(formula), long, ties = "breslow", cluster = participant, control = coxph.control(eps = 1e-11, toler.chol = 1e-13, iter.max = 50))
  # A likelihood of choices: the better, the smaller the time, so log-worths are log hazards.
  list(name = name, data = data, covariates = if (grepl("length", formula)) "I(length/100) + position", terms = I(sub("^item", "", names(coef(model)))), estimates = I(unname(coef(model))), se = I(unname(sqrt(diag(vcov(model))))),
    robust = I(unname(sqrt(diag(vcov(robust))))), participants = length(unique(long$participant)), logLik = as.numeric(logLik(model)))
}
data(salad, package = "PlackettLuce", envir = environment())
if (requireNamespace("PlackettLuce", quietly = TRUE)) {
  suppressMessages(library(PlackettLuce))
  write_data("salad", long_of(as.matrix(salad), rep(1:16, each = 2)))
  data(nascar); orderings <- as.rankings(nascar, input = "orderings", items = attr(nascar, "drivers"))
  full <- as.matrix(orderings)[, ]; busy <- names(sort(colSums(full > 0), decreasing = TRUE))[1:20]
  races <- unclass(orderings[, busy]); dimnames(races) <- list(NULL, gsub(" ", "_", busy)); races <- matrix(races, nrow(full), 20, dimnames = dimnames(races))
  write_data("nascar", long_of(races[, order(colnames(races))]))
  pudding_rows <- do.call(rbind, lapply(seq_len(nrow(pudding)), function(row) with(pudding[row, ], data.frame(winner = paste0("p", c(i, j, i)), loser = paste0("p", c(j, i, j)), tie = c(FALSE, FALSE, TRUE), n = c(w_ij, w_ji, t_ij)))))
  write_data("pudding", pudding_rows)
  tied <- matrix(c(1, 2, 0, 0, 4, 1, 2, 3, 2, 1, 1, 1, 1, 2, 3, 0, 2, 1, 1, 0, 1, 0, 3, 2, 1, 1, 2, 2, 3, 2, 1, 4), nrow = 8, byrow = TRUE, dimnames = list(NULL, c("apple", "banana", "orange", "pear")))
  write_data("fruit", long_of(tied, c(1, 1, 2, 2, 3, 3, 4, 4)))
  weak <- matrix(c(1, 2, 0, 1, 0, 2, 1, 2, 3, 1, 3, 2, 0, 2, 1), nrow = 5, byrow = TRUE, dimnames = list(NULL, c("a", "b", "c")))
  write_data("unbeaten", long_of(weak))
  pl_case <- function(data, pseudo, weights = NULL) {
    table <- read_data(data)
    if (data == "pudding") {
      rows <- lapply(seq_len(nrow(table)), function(row) { ranks <- setNames(integer(6), paste0("p", 1:6)); ranks[as.character(table$winner[row])] <- 1; ranks[as.character(table$loser[row])] <- if (table$tie[row]) 1 else 2; ranks })
      ranks <- do.call(rbind, rows); frequency <- table$n; ranks <- ranks[frequency > 0, ]; frequency <- frequency[frequency > 0]
    } else {
      ranks <- with(table, tapply(rank, list(ranking, item), sum)); ranks[is.na(ranks)] <- 0; frequency <- rep(1, nrow(ranks))
    }
    model <- PlackettLuce(as.rankings(ranks, verbose = FALSE), npseudo = pseudo, weights = frequency, epsilon = 1e-10, maxit = c(50000, 50))
    estimates <- coef(model); covariance <- vcov(model); items <- colnames(ranks)
    list(name = paste("PlackettLuce with npseudo", pseudo), data = data, weights = weights, pseudo = pseudo, items = I(items), worths = I(unname(unclass(estimates)[items])),
      se = I(unname(sqrt(diag(covariance))[items])), ties = I(unname(unclass(estimates)[setdiff(names(estimates), items)])),
      quasi = if (length(items) > 2) I(unname(qvcalc(model)$qvframe$quasiSE)), logLik = as.numeric(logLik(model)))
  }
  rankings_cases <- c(rankings_cases, list(pl_case("salad", 0), pl_case("salad", 0.5), pl_case("pudding", 0, "n"), pl_case("fruit", 0), pl_case("fruit", 0.5), pl_case("nascar", 0), pl_case("unbeaten", 0.5)))
  write_golden("rankings", rankings_cases)
}
write_golden("exploded", list(
  cox_case("salad", "salad", "Surv(rank) ~ item + strata(ranking)"), cox_case("salad with covariates", "salad", "Surv(rank) ~ item + I(length/100) + position + strata(ranking)"),
  cox_case("nascar with covariates", "nascar", "Surv(rank) ~ item + I(length/100) + position + strata(ranking)")))

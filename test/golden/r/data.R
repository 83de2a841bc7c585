# Public data sets as CSV, and what all parts share.
packages_used <- c("lme4", "lmerTest", "emmeans", "clubSandwich", "sandwich", "ordinal", "MASS", "survival",
  "BradleyTerry2", "qvcalc", "nlme", "PlackettLuce")
versions <- function() {
  found <- Filter(function(name) requireNamespace(name, quietly = TRUE), packages_used)
  c(list(R = as.character(getRversion())), sapply(found, function(name) as.character(packageVersion(name)), simplify = FALSE))
}
write_golden <- function(name, cases)
  write_json(list(versions = versions(), cases = cases), file.path(root, paste0(name, ".json")),
    digits = NA, auto_unbox = TRUE, pretty = 1, na = "null", null = "null")
write_data <- function(name, data) {
  write.csv(data, file.path(root, "data", paste0(name, ".csv")), row.names = FALSE, na = "")
  invisible(NULL)
}
# As the tests read it: texts become factors in English order, whatever the locale.
read_data <- function(name) {
  data <- read.csv(file.path(root, "data", paste0(name, ".csv")), na.strings = c("", "NA"))
  for (column in names(data)) if (is.character(data[[column]])) {
    levels <- sort(unique(data[[column]]))
    data[[column]] <- factor(data[[column]], levels[order(tolower(levels), levels)])
  }
  data
}
plain <- function(data) { data <- as.data.frame(data); for (column in names(data)) if (is.factor(data[[column]])) data[[column]] <- as.character(data[[column]]); data }

write_data("sleepstudy", lme4::sleepstudy)
write_data("penicillin", lme4::Penicillin)
write_data("pastes", lme4::Pastes)
write_data("cake", plain(lme4::cake))
write_data("dyestuff2", lme4::Dyestuff2)
write_data("insteval", subset(lme4::InstEval, as.integer(as.character(s)) <= 60))
write_data("machines", plain(nlme::Machines))
write_data("oats", plain(nlme::Oats))
write_data("orthodont", plain(nlme::Orthodont))
write_data("ergostool", plain(nlme::ergoStool))
write_data("chickweight", plain(datasets::ChickWeight))
write_data("mtcars", datasets::mtcars)
write_data("warpbreaks", datasets::warpbreaks)
write_data("wine", plain(ordinal::wine))
write_data("housing", plain(MASS::housing))
write_data("birthwt", MASS::birthwt)
write_data("verbagg", plain(subset(lme4::VerbAgg, as.integer(id) <= 60)[, c("id", "Anger", "Gender", "item", "resp", "btype", "situ", "mode", "r2")]))
# The sleep study with a third of it lost, other units and missing values: unbalanced on purpose.
unbalanced <- lme4::sleepstudy[-c(2:4, 15:20, 33, 47:52, 71, 90:99, 120:121, 160:168), ]
unbalanced$Hours <- unbalanced$Days * 24
unbalanced$Group <- ifelse(as.integer(unbalanced$Subject) %% 3 == 0, "late", "early")
unbalanced$Reaction[c(5, 60)] <- NA
unbalanced$Group[c(9, 80)] <- NA
unbalanced$Weight <- rep(c(1, 2, 0.5, 1.5), length.out = nrow(unbalanced))
write_data("unbalanced", unbalanced)

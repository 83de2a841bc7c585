# Writes what R says of public data, for the tests of src/analysis: Rscript test/golden/make-goldens.R
# Debian 12: apt-get install r-base-core r-cran-lme4 r-cran-lmertest r-cran-emmeans r-cran-clubsandwich r-cran-sandwich
#   r-cran-ordinal r-cran-mass r-cran-survival r-cran-bradleyterry2 r-cran-qvcalc r-cran-nlme r-cran-jsonlite
# PlackettLuce is not in Debian 12. Where it is missing, its goldens are left as they are.
suppressMessages({
  library(lme4); library(lmerTest); library(emmeans); library(jsonlite)
})
root <- "test/golden"
for (part in c("data", "formulas", "mixed", "linear", "likelihood", "rankings", "agreement", "distributions"))
  source(file.path(root, "r", paste0(part, ".R")))

# Loads a data package of Crossover: Rscript analysis/load_package.R
# Needs R 4.0 or later, and no packages. With jsonlite it also checks the number of rows of each table, and from R 4.5 on
# with tools::sha256sum the content of each file.

# A table by its file: types from its values, times as POSIXct in UTC.
read_table <- function(path) {
  table <- read.csv(path, na.strings = "", stringsAsFactors = FALSE, check.names = FALSE, encoding = "UTF-8")
  for (name in grep("_at$", names(table), value = TRUE))
    table[[name]] <- as.POSIXct(as.character(table[[name]]), format = "%Y-%m-%dT%H:%M:%OSZ", tz = "UTC")
  table
}

# All tables of a package, as a list by name.
load_package <- function(folder) {
  files <- list.files(file.path(folder, "data"), pattern = "_data[.]csv$", full.names = TRUE)
  names(files) <- sub(".*_description-(.*)_data[.]csv$", "\\1", files)
  tables <- lapply(files, read_table)
  check_package(folder, tables)
  tables
}

check_package <- function(folder, tables) {
  if (!requireNamespace("jsonlite", quietly = TRUE)) return(invisible())
  described <- jsonlite::read_json(file.path(folder, "datapackage.json"))$resources
  for (resource in described) {
    path <- file.path(folder, resource$path)
    name <- gsub("[^A-Za-z0-9]", "", resource$name)
    if (nrow(tables[[name]]) != resource$rows) stop(path, " has another number of rows than datapackage.json")
    if (exists("sha256sum", asNamespace("tools")) && paste0("sha256:", tools::sha256sum(path)) != resource$hash)
      stop(path, " was changed: its SHA-256 differs from datapackage.json")
  }
}

if (sys.nframe() == 0L) {
  given <- commandArgs(trailingOnly = TRUE)
  folder <- if (length(given) > 0) given[1] else if (dir.exists("data")) "." else ".."
  tables <- load_package(folder)
  for (name in names(tables)) cat(name, ": ", nrow(tables[[name]]), " rows\n", sep = "")
  cat("\nsessions\n")
  print(head(tables$sessions))
}

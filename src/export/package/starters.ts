// Written by `npm run generate:starters` from clients/.

export const LOAD_PY = `"""Loads a data package of Crossover: python3 analysis/load_package.py

Checks each file against the package, and prints the first table. With pandas, tables are data frames; without it, lists of
dicts. Python 3.9 or later.
"""

import csv
import hashlib
import json
import sys
from pathlib import Path

try:
    import pandas
except ImportError:
    pandas = None

PANDAS_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean"}


def describe(folder):
    """The package's description: its tables under \`resources\`."""
    return json.loads((Path(folder) / "datapackage.json").read_text(encoding="utf-8"))


def check(folder):
    """Raises ValueError if a file is not the one that the package describes."""
    for resource in describe(folder)["resources"]:
        found = hashlib.sha256((Path(folder) / resource["path"]).read_bytes()).hexdigest()
        if f"sha256:{found}" != resource["hash"]:
            raise ValueError(f"{resource['path']} was changed: its SHA-256 differs from datapackage.json")


def load(folder, name):
    """One table by its name, such as "ratings"."""
    [resource] = [each for each in describe(folder)["resources"] if each["name"] == name]
    path, fields = Path(folder) / resource["path"], resource["schema"]["fields"]
    return read_frame(path, fields) if pandas else read_rows(path, fields)


def read_frame(path, fields):
    types = {field["name"]: PANDAS_TYPES.get(field["type"], "string") for field in fields}
    frame = pandas.read_csv(path, dtype=types, true_values=["true"], false_values=["false"], keep_default_na=False, na_values=[""])
    for field in fields:
        if field["type"] == "datetime":
            frame[field["name"]] = pandas.to_datetime(frame[field["name"]], utc=True, format="ISO8601")
    return frame


def read_rows(path, fields):
    types = {field["name"]: field["type"] for field in fields}
    csv.field_size_limit(sys.maxsize)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: value_of(types[name], text) for name, text in row.items()} for row in csv.DictReader(file)]


def value_of(kind, text):
    if text == "":
        return None
    if kind == "boolean":
        return text == "true"
    if kind == "integer":
        return int(text)
    return float(text) if kind == "number" else text


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    check(folder)
    resources = describe(folder)["resources"]
    for resource in resources:
        print(f"{resource['name']}: {resource['rows']} rows")
    first = resources[0]["name"]
    table = load(folder, first)
    print(f"\\n{first}")
    if pandas:
        print(table.head().to_string())
    else:
        for row in table[:5]:
            print(row)


if __name__ == "__main__":
    main()
`;

export const LOAD_R = `# Loads a data package of Crossover: Rscript analysis/load_package.R
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
  names(files) <- sub(".*_description-(.*)_data[.]csv$", "\\\\1", files)
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
  for (name in names(tables)) cat(name, ": ", nrow(tables[[name]]), " rows\\n", sep = "")
  cat("\\nsessions\\n")
  print(head(tables$sessions))
}
`;

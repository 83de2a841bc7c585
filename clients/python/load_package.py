"""Loads a data package of Crossover: python3 analysis/load_package.py

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
    """The package's description: its tables under `resources`."""
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
    print(f"\n{first}")
    if pandas:
        print(table.head().to_string())
    else:
        for row in table[:5]:
            print(row)


if __name__ == "__main__":
    main()

/** Computes every code's alpha again in R. Needs the package irr, and nothing else of it but kripp.alpha. */
export const rScript = `# Krippendorff's alpha of every code, from the exported matrices: Rscript recompute.R
# install.packages("irr")
# irr 0.84.1 weights units by the wrong factor when three or more coders left no cell empty; then trust recompute.py.
library(irr)
codes <- read.csv("codebook.csv", colClasses = "character")
for (i in seq_len(nrow(codes))) {
  table <- read.csv(codes$coders_in_rows[i], row.names = 1, check.names = FALSE)
  alpha <- kripp.alpha(as.matrix(table), method = "nominal")
  cat(codes$code[i], format(alpha$value, digits = 12), codes$name[i], "\\n")
}
`;

/** The same in Python, with the package krippendorff. */
export const pythonScript = `"""Krippendorff's alpha of every code, from the exported matrices: python3 recompute.py

pip install krippendorff
"""

import csv

import krippendorff
import numpy as np

with open("codebook.csv", newline="", encoding="utf-8") as file:
    codes = list(csv.DictReader(file))

for code in codes:
    with open(code["coders_in_rows"], newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    matrix = np.array([[float(cell) if cell else np.nan for cell in row[1:]] for row in rows])
    try:
        value = krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
    except ValueError as error:
        value = error
    print(code["code"], value, code["name"])
`;

# Recomputes exported matrices with the package irr: for each pair of coders Cohen's kappa and Krippendorff's nominal
# alpha over the units that both coded, one line each: file,coder-coder,kappa,alpha.
#
#   Rscript recompute.R sentences.csv words.csv
suppressPackageStartupMessages(library(irr))

for (file in commandArgs(trailingOnly = TRUE)) {
  coders <- read.csv(file, check.names = FALSE, na.strings = "")[-1]
  for (pair in combn(names(coders), 2, simplify = FALSE)) {
    both <- na.omit(coders[pair])
    kappa <- kappa2(both)$value
    alpha <- kripp.alpha(t(as.matrix(both)), method = "nominal")$value
    cat(sprintf("%s,%s,%.15g,%.15g\n", basename(file), paste(pair, collapse = "-"), kappa, alpha))
  }
}

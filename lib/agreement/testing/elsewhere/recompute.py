"""Recomputes the exported matrices with NLTK 3.8 (nltk.metrics.agreement), which is none of ours.

Run it in this folder after the matrices change: python3 recompute.py > recomputed.json
"""

import csv
import itertools
import json

from nltk.metrics.agreement import AnnotationTask


def read(name):
    with open(name, newline="") as file:
        header, *rows = csv.reader(file)
    codings = [(coder, row[0], cell) for row in rows for coder, cell in zip(header[1:], row[1:]) if cell]
    return header[1:], codings


def both(codings, pair):
    """The codings of two coders on the units that both of them coded: NLTK's kappa knows no missing codings."""
    own = [coding for coding in codings if coding[0] in pair]
    units = [unit for _, unit, _ in own]
    return [coding for coding in own if units.count(coding[1]) == 2]


result = {}
for name in ["sentences.csv", "words.csv"]:
    coders, codings = read(name)
    pairs = {f"{a}-{b}": AnnotationTask(both(codings, (a, b))) for a, b in itertools.combinations(coders, 2)}
    result[name] = {
        "alpha": AnnotationTask(codings).alpha(),
        "pairs": {pair: {"alpha": task.alpha(), "cohen": task.kappa(), "scott": task.pi()} for pair, task in pairs.items()},
    }
print(json.dumps(result, indent=2))

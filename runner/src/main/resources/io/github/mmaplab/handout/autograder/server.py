"""Draws one of the sheets for each variant of PrairieLearn's, and says whose it is: the grader looks for that."""

import os
import random

STUDENTS = @STUDENTS@


def generate(data):
    student = random.Random(data["variant_seed"]).choice(STUDENTS)
    path = os.path.join(data["options"]["question_path"], "sheets", f"{student}.html")
    with open(path, encoding="utf-8") as sheet:
        data["params"]["sheet"] = sheet.read()
    data["params"]["student"] = student

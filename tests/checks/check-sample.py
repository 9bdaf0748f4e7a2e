#!/usr/bin/env python3
"""The sample data holds together: check digits are right, references resolve, and it shows what it promises to show."""

import csv
import json
import re

import tree

FOLDER = "resources/sample"
AREAS = ["appearance", "spec", "quantity", "packaging", "label", "function", "safety"]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# The five units of the shortest way through: this delivery, and nothing to measure.
SHORTEST = ("PO-2026-0001", "TEA-G100", 5)

complaints = []


def expect(holds, complaint):
    if not holds:
        complaints.append(f"{FOLDER}: {complaint}")


def load(name):
    return json.loads(tree.text(f"{FOLDER}/{name}.json"))


def check_digit_is_right(digits):
    weighted = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return weighted % 10 == 0


def unique(rows, member, what):
    values = [row[member] for row in rows]
    expect(len(set(values)) == len(values), f"two {what} have one {member}")
    return {row[member]: row for row in rows}


def check_words(rows, what):
    """Every text for people is there in both languages, and the Chinese one is Chinese."""
    for row in rows:
        for member, text in row.items():
            if member.endswith("_en"):
                other = row.get(member[:-3] + "_zh")
                expect(other is not None, f"{what}: {member} “{text}” has no Chinese")
                expect(bool(text) == bool(other), f"{what}: “{text}” has only one language")
                expect(not text or CHINESE.search(other) or what == "label", f"{what}: “{other}” is not Chinese")


def rows_of(path):
    return csv.DictReader(line for _, line in tree.lines(path) if not line.startswith("#"))


def sample_size(lot_size, level, aql):
    """n by the printed tables, arrows followed; independent of the program's own engine."""
    letter = next(row[level] for row in rows_of("tests/data/sampling/code_letters.csv")
                  if int(row["lot_min"]) <= lot_size <= int(row["lot_max"] or lot_size))
    column = [row for row in rows_of("tests/data/sampling/single_iso2859-1_1999.csv")
              if row["severity"] == "normal" and float(row["aql"]) == float(aql)]
    at = next(index for index, row in enumerate(column) if row["letter"] == letter)
    while column[at]["raw"] in ("up", "down"):
        at += 1 if column[at]["raw"] == "down" else -1
    return min(lot_size, int(column[at]["row_n"]))


def check_products(products, parties):
    gtins = {}
    for product in products:
        sku = product["sku"]
        expect(product["maker"] in parties, f"{sku}: its maker {product['maker']} is unknown")
        expect(parties[product["supplier"]]["kind"] == "supplier", f"{sku}: {product['supplier']} is no supplier")
        expect(0 <= product["min_remaining_percent"] < 100, f"{sku}: minimum remaining shelf life")
        expect(product["class"] == "general" or product["shelf_life_days"] > 0, f"{sku}: food and drugs expire")
        expect(product["class"] == "general" or product["lot_required"], f"{sku}: food and drugs have lots")
        for gtin in product["gtins"]:
            digits = gtin["gtin"]
            expect(re.fullmatch(r"\d{14}", digits) and check_digit_is_right(digits), f"{sku}: GTIN {digits} is wrong")
            expect(digits[1:4] == "952", f"{sku}: GTIN {digits} is not from the range for examples")
            expect(digits not in gtins, f"{sku}: GTIN {digits} is another product's as well")
            expect(gtin["numerator"] > 0 and gtin["denominator"] > 0, f"{sku}: conversion of {digits}")
            gtins[digits] = (sku, gtin)
    for kind in ("general", "food", "drug"):
        expect(sum(product["class"] == kind for product in products) >= 3, f"at least three products of class {kind}")
    expect(len(products) == 10, "ten products are promised")
    expect(any(product["may_serialise"] for product in products), "one product may serialise")
    return gtins


def check_plans(plans, products, defects, users):
    for plan in plans:
        sku = plan["product"]
        expect(sku in products, f"plan of {sku}: there is no such product")
        expect(plan["author"] != plan["approver"], f"plan of {sku}: its author approved it")
        expect("qa_lead" in users[plan["approver"]]["roles"], f"plan of {sku}: its approver is no QA lead")
        expect(2 <= len(plan["characteristics"]) <= 4, f"plan of {sku}: two to four characteristics")
        for position, check in enumerate(plan["characteristics"], 1):
            name = f"plan of {sku}, {check['name_en']}"
            expect(check["position"] == position, f"{name}: its position")
            expect(check["defect_code"] in defects, f"{name}: defect {check['defect_code']} is unknown")
            limits = [check[limit] for limit in ("lower", "nominal", "upper") if limit in check]
            expect(bool(limits) == (check["kind"] != "attribute"), f"{name}: limits belong to what is measured")
            expect(len({limit["unit"] for limit in limits}) <= 1, f"{name}: limits in two units")
            values = [float(limit["quantity"]) for limit in limits]
            expect(values == sorted(values), f"{name}: its limits are out of order")
    expect({plan["product"] for plan in plans} == set(products), "every product has a plan")
    rules = [rule for plan in plans for rule in plan.get("rules", [])]
    expect({rule.get("scope") for rule in rules} >= {"critical", "major", "minor"}, "one plan has rules by class")
    expect(any(rule.get("type") == "double" for rule in rules), "one plan has double samples")
    expect(any(rule["method"] == "variables" for rule in rules), "one plan judges by variables")
    kinds = {check["kind"] for plan in plans for check in plan["characteristics"]}
    expect({"attribute", "variable", "count"} <= kinds, "plans show attributes, measurements and counts")


def check_deliveries(deliveries, products, parties, plans):
    expect(len(deliveries) == 4, "four deliveries are promised")
    for delivery in deliveries:
        number = delivery["number"]
        expect(parties[delivery["supplier"]]["kind"] == "supplier", f"{number}: its supplier")
        expect(parties[delivery["carrier"]]["kind"] == "carrier", f"{number}: its carrier")
        expect(1 <= len(delivery["lines"]) <= 3, f"{number}: one to three lines")
        for position, line in enumerate(delivery["lines"], 1):
            product = products[line["product"]]
            expect(line["position"] == position, f"{number}: position {line['position']}")
            expect(product["supplier"] == delivery["supplier"], f"{number}: {product['sku']} is another supplier's")
            for member in ("ordered", "declared"):
                expect(line[member]["unit"] == product["base_unit"], f"{number}: unit of {product['sku']}")
                expect(re.fullmatch(r"[1-9]\d*", line[member]["quantity"]), f"{number}: quantity of {product['sku']}")
    expect(any(delivery["urgent"] for delivery in deliveries), "one delivery is urgent")
    number, sku, n = SHORTEST
    lines = next(delivery["lines"] for delivery in deliveries if delivery["number"] == number)
    plan = next(plan for plan in plans if plan["product"] == sku)
    expect([line["product"] for line in lines] == [sku], f"{number} has one line, {sku}")
    found = sample_size(int(lines[0]["declared"]["quantity"]), plan["level"], plan["aql"])
    expect(found == n, f"{number}: {found} units are drawn, not {n}")
    expect(all(check["kind"] == "attribute" for check in plan["characteristics"]), f"{sku}: nothing to measure")


def check_labels(labels, products, gtins):
    for label in labels:
        title = label["title_en"]
        digits = label["gtin"].zfill(14) if label["gtin"] else None
        expect(label["product"] is None or label["product"] in products, f"label “{title}”: its product is unknown")
        if digits:
            expect(check_digit_is_right(digits), f"label “{title}”: GTIN {digits} is wrong")
            owner = gtins[digits][0] if digits in gtins else None
            expect(owner == label["product"], f"label “{title}”: GTIN {digits} is {owner}'s")
        expect(label["symbology"] != "ean13" or len(label["gtin"]) == 13, f"label “{title}”: EAN-13 has 13 digits")
        lot = label.get("supplier_lot", "A")
        expect(re.fullmatch(r"[0-9A-Z-]{1,20}", lot), f"label “{title}”: lot {lot}")
        if "produced_in_days" in label:
            life = label["expiry_in_days"] - label["produced_in_days"]
            expect(life == products[label["product"]]["shelf_life_days"], f"label “{title}”: its dates are {life} days apart")
    expect({label["symbology"] for label in labels} >= {"ean13", "gs1-128", "gs1-dm", "qr"}, "labels in every symbology")
    known = [label for label in labels if label["product"]]
    expect(len(known) < len(labels), "one label is of goods not in the catalogue")


def main():
    parties = load("suppliers")
    products = load("products")
    defects = load("defect-codes")
    plans = load("plans")
    deliveries = load("deliveries")
    users = load("users")
    labels = load("labels")
    by_party = unique(parties, "code", "parties")
    by_sku = unique(products, "sku", "products")
    by_badge = unique(users, "badge", "users")
    by_defect = unique(defects, "code", "defects")
    unique(deliveries, "number", "deliveries")

    expect(sum(party["kind"] == "supplier" for party in parties) == 2, "two suppliers are promised")
    expect(all(party["registration_number"] for party in parties), "every party has a registration number")
    expect(len(defects) >= 12, "at least twelve defects are promised")
    expect({defect["area"] for defect in defects} == set(AREAS), "defects of every area")
    expect({defect["class"] for defect in defects} == {"critical", "major", "minor"}, "defects of every class")
    expect(all(re.fullmatch(r"\d{3}", code) for code in by_defect), "a defect's code is three digits")
    roles = sorted(role for user in users for role in user["roles"])
    expect(roles == sorted(["administrator", "auditor", "inspector", "inspector", "qa_lead", "service"]), "users' roles")
    expect(all(re.fullmatch(r"VB\d{4}", badge) for badge in by_badge), "badges are VB and four digits")
    expect(all(re.fullmatch(r"\d{4,8}", user.get("pin", "0000")) for user in users), "a PIN is four to eight digits")

    gtins = check_products(products, by_party)
    check_plans(plans, by_sku, by_defect, by_badge)
    check_deliveries(deliveries, by_sku, by_party, plans)
    check_labels(labels, by_sku, gtins)
    check_words(parties, "party")
    check_words(products, "product")
    check_words(defects, "defect")
    check_words([check for plan in plans for check in plan["characteristics"]], "characteristic")
    check_words(labels, "label")
    tree.finish(complaints, len(parties) + len(products) + len(plans) + len(deliveries) + len(users) + len(labels))


main()

"""What each screen, print and file says of one patient, read out of what was really sent, in one shape."""

import csv
import io
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean

from recovery.web.present.numbers import show

QUARTERS = {"¼": 0.25, "½": 0.5, "¾": 0.75}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ADHERENCE = re.compile(r"([\d¼½¾.]+) done, ([\d¼½¾.]+) not done, (\d+) not recorded, of (\d+)")


@dataclass
class Told:
    """What one place says; it is silent of what it does not hold. `days`: by date, of each measure the number shown."""

    days: dict[str, dict[date, str]] = field(default_factory=dict)
    exercises: dict[date, str] = field(default_factory=dict)
    week: tuple[float, ...] | None = None
    fortnight: tuple[float, ...] | None = None
    last_entry: str | None = None
    reasons: tuple[str, ...] | None = None
    pain_now: tuple[str, ...] | None = None
    walked: str | None = None


def units(text):
    """1¼ and 1.25."""
    last = QUARTERS.get(text[-1:], 0)
    return float(text[: -1 if last else None] or 0) + last


def adherence_in(text):
    found = ADHERENCE.search(text)
    return tuple(units(each) for each in found.groups()) if found else None


def words_of(node):
    return " ".join(node.get_text(" ").split())


def table_of(page, caption):
    table = next(each for each in page.select("table") if words_of(each.caption) == caption)
    head = [words_of(each) for each in table.select("thead th")]
    return [
        dict(zip(head, [words_of(each) for each in row.select("th, td")], strict=True))
        for row in table.select("tbody tr")
    ]


def measures_of(rows, operated_on, columns):
    """By measure the days that show a number. "Day 12, 2 entries" is a day since the operation."""
    found = {name: {} for name in columns}
    for row in rows:
        number = int(re.match(r"Day (-?\d+)", row["Day"])[1])
        for name, head in columns.items():
            if row[head] != "–":
                found[name][operated_on + timedelta(days=number)] = row[head]
    return found


def facts_of(page):
    return {words_of(each.dt): words_of(each.dd) for each in page.select("dl > div") if each.dt and each.dd}


def short(day, today):
    ago = (today - day).days
    return {0: "Today", 1: "Yesterday"}.get(ago, f"{day.day} {MONTHS[day.month - 1]}")


def numbers_in(text):
    return tuple(re.findall(r"-?\d+(?:\.\d+)?", text))


def of_progress(page, operated_on, today):
    pain = measures_of(
        table_of(page, "Back and leg pain by day"),
        operated_on,
        {"back": "Back, average", "back worst": "Back, worst", "leg": "Leg, average", "leg worst": "Leg, worst"},
    )
    walked = measures_of(table_of(page, "Walking by day"), operated_on, {"walking": "Minutes", "steps": "Steps"})
    exercises = {}
    for row in table_of(page, "Exercises by day"):
        day, month = (int(each) for each in re.search(r"(\d+)/(\d+)", row["Day"]).groups())
        on = date(today.year, month, day)
        exercises[on] = row["Done of planned"]
    return Told(days={**pain, **walked}, exercises=exercises, week=adherence_in(words_of(page)))


def of_chart_table(page, operated_on):
    """Of the summary and of the sheet."""
    rows = table_of(page, "Pain, walking and exercises by day")
    columns = {
        "back": "Back pain",
        "leg": "Leg pain",
        "walking": "Walking, minutes",
        "back worst": "Back, worst",
        "leg worst": "Leg, worst",
        "steps": "Steps",
    }
    known = {name: head for name, head in columns.items() if rows and head in rows[0]}
    exercises = {
        operated_on + timedelta(days=int(re.match(r"Day (-?\d+)", row["Day"])[1])): row["Exercises, done of due"]
        for row in rows
        if "Exercises, done of due" in row
    }
    return measures_of(rows, operated_on, known), exercises


def of_summary(page, operated_on):
    days, exercises = of_chart_table(page, operated_on)
    facts = facts_of(page)
    stats = {words_of(each.dt): words_of(each.select_one(".big")) for each in page.select(".stat")}
    return Told(
        days=days,
        exercises=exercises,
        week=adherence_in(facts["Last 7 days"]),
        fortnight=adherence_in(facts["Last 14 days"]),
        last_entry=facts["Last entry"],
        reasons=tuple(words_of(each) for each in page.select(".row-b p .chip")),
        pain_now=(stats["Back pain"], stats["Leg pain"]),
    )


def of_sheet(page, operated_on):
    days, exercises = of_chart_table(page, operated_on)
    facts, lines = facts_of(page), [words_of(each) for each in page.select("article li")]
    listed = page.find("section", {"aria-labelledby": re.compile("^reasons-")}).select("li")
    return Told(
        days={name: of_day for name, of_day in days.items() if name != "steps"},
        exercises=exercises,
        week=adherence_in(next(each for each in lines if each.startswith("Last 7 days"))),
        fortnight=adherence_in(next(each for each in lines if each.startswith("Last 14 days"))),
        last_entry=facts["Last entry"],
        reasons=tuple(words_of(each) for each in listed),
        pain_now=tuple(facts[f"{site} pain"].split()[0] for site in ("Back", "Leg")),
    )


def of_row(row):
    figures = facts_of(row)
    return Told(
        week=adherence_in(figures["Exercises, 7 days"]),
        last_entry=figures["Last entry"],
        reasons=tuple(words_of(each) for each in row.select(".why a.chip")),
        walked=figures["Walking"].removesuffix(" min"),
    )


def of_lines(page, today):
    lines = page.select_one("textarea#lines").get_text().strip().split("\n")
    named = dict(line.split(": ", 1) for line in lines if ": " in line)
    week, fortnight = named["Exercises"].split("; ")
    day, month, year = re.search(r"last entry (?:(\d+) (\w+) (\d+)|none yet)", named["Recording"]).groups()
    last = short(date(int(year), MONTHS.index(month) + 1, int(day)), today) if day else "None yet"
    pain = re.match(r"back (\S+(?: recorded)?), leg (\S+(?: recorded)?)\.", named["Pain, 0 to 10"]).groups()
    return Told(
        week=adherence_in(week),
        fortnight=adherence_in(fortnight),
        last_entry=last,
        pain_now=tuple("–" if each == "not recorded" else each for each in pain),
    )


def csv_rows(answer):
    return list(csv.DictReader(io.StringIO(answer.response.get_data().decode("utf-8-sig"), newline="")))


def of_caseload_row(row, today):
    counted = ("done", "not done", "not recorded", "planned")
    count = [row[f"Exercises {what}, last 7 complete days (units)"] for what in counted]
    return Told(
        week=tuple(float(each) for each in count) if count[0] else None,
        last_entry=short(date.fromisoformat(row["Last entry"]), today) if row["Last entry"] else "None yet",
        reasons=tuple(row["Reasons"].split("; ")) if row["Reasons"] else (),
        walked=row["Walking, newest of the last 7 days (minutes)"] or "no entry",
    )


def of_entries(rows):
    """The figures of each day, worked out anew from the entries in the file that were not taken back: the average of
    averages, the highest worst, the most walked.
    """
    of_day = defaultdict(list)
    for row in rows:
        if row["Kind"] == "Check-in" and not row["Taken back"]:
            of_day[date.fromisoformat(row["Day"])].append(row)
    heads = {
        "back": ("Back pain, average in 24 hours (0 to 10)", fmean),
        "back worst": ("Back pain, worst in 24 hours (0 to 10)", max),
        "leg": ("Leg pain, average in 24 hours (0 to 10)", fmean),
        "leg worst": ("Leg pain, worst in 24 hours (0 to 10)", max),
        "walking": ("Walking (minutes)", max),
        "steps": ("Steps", max),
    }
    return Told(days={name: _figures(of_day, head, together) for name, (head, together) in heads.items()})


def _figures(of_day, head, together):
    known = {day: [int(row[head]) for row in rows if row[head]] for day, rows in of_day.items()}
    return {day: show(together(values)) for day, values in known.items() if values}

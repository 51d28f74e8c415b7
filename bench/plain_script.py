"""The script that a clerk who knows some Python would write for this very ledger: pandas to read, openpyxl to write.

It knows the ledger's columns by heart, finds nothing by itself, and puts the same five sheets with the same figures
into the workbook: 督导总览 with charts, 亮灯表, 排名, 督办清单, 数据问题. Written as such scripts are, but not
slower than needed: figures by column, formats made once, the workbook loaded once and saved once.
"""

import re
import sys
from datetime import date

import pandas as pd
from openpyxl import load_workbook
from openpyxl.chart import BarChart, PieChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

AS_OF = date(2026, 6, 30)
TIME_PROGRESS = 50.0
SHEET = "项目明细表"
FIRST_ROW = 5  # 1-based, under the header
TOTAL, BEFORE, PLAN = "总投资（万元）", "至2025年底累计完成投资（万元）", "2026年计划投资（万元）"
DONE, RATE = "2026年1-6月累计完成投资（万元）", "完成年度计划（%）"
DATES = ["计划开工时间", "实际开工时间", "计划竣工时间", "实际竣工时间"]
MONTHS = [f"{month}月" for month in range(1, 13)]

THIN = Side(style="thin", color="BFBFBF")
BORDER = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
BODY, BOLD, TITLE = Font(name="宋体", size=10.5), Font(name="黑体", size=10.5), Font(name="方正小标宋简体", size=20)
LINK = Font(name="宋体", size=10.5, color="0563C1", underline="single")
CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center")
HEAD = PatternFill("solid", fgColor="DCE6F1")
LIGHTS = {
    "green": ("● 正常", PatternFill("solid", fgColor="C6EFCE")),
    "yellow": ("▲ 滞后", PatternFill("solid", fgColor="FFEB9C")),
    "red": ("■ 严重滞后", PatternFill("solid", fgColor="FFC7CE")),
    "none": ("○ 不亮灯", PatternFill("solid", fgColor="EDEDED")),
}


def amount(value):
    """Return 54,583.00 and 约1.2亿元 as numbers of 万元."""
    if isinstance(value, str):
        found = re.fullmatch(r"\s*约?([\d,.]+)(亿元)?\s*", value)
        if not found:
            return None
        return float(found[1].replace(",", "")) * (10000 if found[2] else 1)
    return value


def read(path):
    """Return the projects of the ledger with the row that each stands in, and the sums of the section rows."""
    sheet = pd.read_excel(path, sheet_name=SHEET, header=None, engine="openpyxl")
    names = sheet.iloc[2].where(sheet.iloc[3].isna(), sheet.iloc[3])
    body = sheet.iloc[FIRST_ROW - 1 :].copy()
    body.columns = names
    body["row"] = body.index + 1
    is_project = pd.to_numeric(body["序号"], errors="coerce").notna()
    frame, sections = body[is_project].copy(), body[~is_project].iloc[1:].copy()
    frame["section"] = (~is_project).cumsum()[is_project] - 2
    for column in (TOTAL, BEFORE, PLAN, DONE, *MONTHS):
        frame[f"{column}原文"] = frame[column]
        frame[column] = pd.to_numeric(frame[column].map(amount), errors="coerce")
    for column in DATES:
        frame[f"{column}原文"] = frame[column]
        frame[column] = pd.to_datetime(frame[column], errors="coerce")
    frame["项目名称"] = frame["项目名称"].str.strip()
    return frame.reset_index(drop=True), sections.reset_index(drop=True)


def shown(value):
    value = round(value, 1)
    return f"{value:.0f}" if value == int(value) else str(value)


def judge(row):
    """Return the light and the reasons of a project."""
    plan, rate, gap = row["plan"], row["rate"], row["gap"]
    if pd.isna(rate):
        light, reasons = "none", ["未定计划，不亮灯" if pd.isna(plan) else "未填完成投资，不亮灯"]
        if row["nature"] == "前期":
            reasons = ["前期或储备项目，按节点判断"]
    elif gap >= 0:
        light, reasons = "green", [f"完成率{shown(rate)}%，超过序时进度{shown(gap)}个百分点"]
    elif gap > -10:
        light, reasons = "green", [f"完成率{shown(rate)}%，略低于序时进度{shown(-gap)}个百分点"]
    else:
        light = "red" if gap < -30 else "yellow"
        reasons = [f"完成率{shown(rate)}%，低于序时进度{shown(-gap)}个百分点"]
    start = row["planned"]
    if light != "none" and not row["started"] and not row["spent"] and not pd.isna(start) and start.date() <= AS_OF:
        months = (AS_OF.year - start.year) * 12 + AS_OF.month - start.month
        late = f"已逾期{months}个月" if months else "尚未开工"
        reasons.append(f"应开未开：计划{start.year}年{start.month}月开工，{late}")
        if months >= 3:
            light = "red"
        elif light == "green":
            light = "yellow"
    if row["finished"]:
        reasons.append("项目已竣工")
    return light, "；".join(reasons)


def compute(frame):
    """Add 完成率, gap, light, reasons and shortfall."""
    plan = frame[PLAN].where(frame[PLAN] > 0)
    frame["rate"] = frame[DONE] / plan * 100
    frame["gap"] = frame["rate"] - TIME_PROGRESS
    frame["shortfall"] = (plan * TIME_PROGRESS / 100 - frame[DONE]).clip(lower=0)
    facts = pd.DataFrame(
        {
            "plan": frame[PLAN],
            "rate": frame["rate"],
            "gap": frame["gap"],
            "nature": frame["建设性质"],
            "planned": frame["计划开工时间"],
            "started": frame["实际开工时间"].notna(),
            "finished": frame["实际竣工时间"] <= pd.Timestamp(AS_OF),
            "spent": (frame[DONE].fillna(0) > 0) | (frame[BEFORE].fillna(0) > 0),
        }
    )
    judged = [judge(row) for row in facts.to_dict("records")]
    frame["light"], frame["reasons"] = [light for light, _ in judged], [reasons for _, reasons in judged]


def grouped(frame, by):
    """Return the groups with their sums, rate and light counts, best first; equal rates share a rank."""
    known = frame[frame["rate"].notna()]
    table = frame.groupby(by).agg(count=("row", "size"), total=(TOTAL, "sum"), plan=(PLAN, "sum"), done=(DONE, "sum"))
    both = known.groupby(by).agg(plan=(PLAN, "sum"), done=(DONE, "sum"))
    table["rate"] = both["done"] / both["plan"] * 100
    table["gap"] = table["rate"] - TIME_PROGRESS
    lights = frame.groupby([by, "light"]).size().unstack(fill_value=0).reindex(columns=list(LIGHTS), fill_value=0)
    table = table.join(lights)
    table["rank"] = table["rate"].round(6).rank(ascending=False, method="min")
    return table.sort_values(["rate", "done"], ascending=False)


def checks(frame, sections):
    """Return the findings: row, column, project, message, what to do."""
    months, rate, typed = frame[MONTHS].sum(axis=1), frame["rate"], pd.to_numeric(frame[RATE], errors="coerce")
    as_of = pd.Timestamp(AS_OF)
    rules = [
        ("包联领导", frame["包联领导"].isna(), "没有填包联领导", "补填包联领导"),
        ("责任单位", frame["责任单位"].isna(), "没有填责任单位", "补填责任单位，做到每个项目有单位负责"),
        (PLAN, frame[f"{PLAN}原文"].notna() & frame[PLAN].isna(), "年度计划读不出数", "填数字，单位万元"),
        (DONE, frame[DONE].notna() & ((months - frame[DONE]).abs() > 1), "累计与各月之和不符", "核对累计和各月数"),
        (RATE, typed.notna() & rate.notna() & ((typed - rate).abs() > 0.6), "完成率与计算不符", "改正完成率"),
        (TOTAL, frame[TOTAL] < frame[PLAN], "总投资小于年度计划", "核对单位和数位"),
        ("计划竣工时间", frame["计划开工时间"] > frame["计划竣工时间"], "计划开工晚于计划竣工", "核对两个日期"),
        ("实际开工时间", frame["实际开工时间"] > as_of, "开工时间晚于报告日期", "尚未发生的填在计划一列"),
        *(
            (
                column,
                frame[f"{column}原文"].notna() & frame[column].isna(),
                f"{column}读不出日期",
                "填成2026-06-30的样子",
            )
            for column in DATES
        ),
    ]
    places = {column: at for at, column in enumerate(frame.columns, 1)}
    found = [
        (row, get_column_letter(places[column]), name, message, solution)
        for column, wrong, message, solution in rules
        for row, name in frame.loc[wrong, ["row", "项目名称"]].itertuples(index=False)
    ]
    sums = frame.groupby("section")[[TOTAL, PLAN, DONE]].sum()
    for at, section in sections.iterrows():
        for column in sums.columns:
            if abs(section[column] - sums.loc[at, column]) > 1:
                message = f"{column}小计与所列项目之和不符"
                found.append(
                    (section["row"], get_column_letter(places[column]), section["序号"], message, "核对公式范围")
                )
    return sorted(found)


def put(cell, value, alignment=LEFT, font=BODY, fill=None, number_format=None):
    cell.value = None if value is None or value != value else value
    cell.font, cell.alignment, cell.border = font, alignment, BORDER
    if fill is not None:
        cell.fill = fill
    if number_format:
        cell.number_format = number_format


def begin(book, name, title, headings, widths, place=None):
    sheet = book.create_sheet(name, place)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(headings))
    sheet["A1"].value, sheet["A1"].font, sheet["A1"].alignment = title, TITLE, CENTER
    sheet.row_dimensions[1].height = 42
    sheet["A2"].value = f"截至{AS_OF:%Y年%m月%d日}　序时进度{TIME_PROGRESS}%　金额单位：万元"
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True), 1):
        put(sheet.cell(4, column), heading, CENTER, BOLD, HEAD)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows, sheet.freeze_panes = "4:4", "C5"
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
    return sheet


def write_list(sheet, records, kinds, rows):
    """Write a list: kinds are link, text, center, amount, rate and light; rows are those of the ledger."""
    styles = {
        "text": (LEFT, BODY, None),
        "center": (CENTER, BODY, None),
        "amount": (RIGHT, BODY, "#,##0"),
        "rate": (RIGHT, BODY, "0.0"),
    }
    for at, (record, row) in enumerate(zip(records, rows, strict=True), 5):
        widest = 1
        for column, (value, kind) in enumerate(zip(record, kinds, strict=True), 1):
            cell = sheet.cell(at, column)
            if kind == "link":
                put(cell, value, CENTER, LINK)
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{SHEET}'!{row}")
            elif kind == "light":
                word, fill = LIGHTS[value]
                put(cell, word, CENTER, BODY, fill)
            else:
                alignment, font, number_format = styles[kind]
                put(cell, value, alignment, font, None, number_format)
                if isinstance(value, str):
                    widest = max(widest, -(-len(value) // 14))
        sheet.row_dimensions[at].height = min(409, 14 * widest + 4)
    sheet.auto_filter.ref = f"A4:{get_column_letter(len(kinds))}{sheet.max_row}"


def write_lights(book, frame):
    columns = ["项目名称", "所属县区", "责任单位", "包联领导", "项目级别", "建设性质", TOTAL, PLAN, DONE]
    headings = [
        "序号",
        *columns[:6],
        "总投资",
        "年度计划投资",
        "累计完成投资",
        "完成率",
        "差距",
        "亮灯",
        "亮灯原因",
        "存在问题",
    ]
    sheet = begin(
        book, "亮灯表", "2026年1—6月重点项目亮灯表", headings, [6, 30, 14, 20, 16, 8, 8, 11, 11, 11, 9, 9, 12, 36, 28]
    )
    records = frame[[*columns, "rate", "gap", "light", "reasons", "存在问题"]].itertuples(index=False)
    kinds = [
        "link",
        "text",
        "center",
        "text",
        "center",
        "center",
        "center",
        *["amount"] * 3,
        "rate",
        "rate",
        "light",
        "text",
        "text",
    ]
    write_list(sheet, ((at, *record) for at, record in enumerate(records, 1)), kinds, "B" + frame["row"].astype(str))


def write_supervision(book, frame):
    late = frame[frame["light"].isin(["red", "yellow"])].sort_values(["light", "gap"])
    days = {"red": "2026年7月15日", "yellow": "2026年7月31日"}
    demands = {
        "red": "责任单位主要负责人牵头，查明原因、倒排工期，{}前补齐欠进度，每旬报送进展。",
        "yellow": "责任单位牵头，加快施工组织，{}前赶上序时进度。",
    }
    headings = ["序号", "项目名称", "亮灯", "属地", "责任单位", "责任人", "包抓领导", "完成率", "差距", "欠序时投资"]
    headings += ["亮灯原因", "存在问题", "督办要求", "完成时限", "下步计划"]
    sheet = begin(
        book,
        "督办清单",
        "2026年1—6月重点项目督办清单",
        headings,
        [6, 28, 12, 14, 20, 9, 16, 9, 9, 11, 32, 26, 36, 14, 26],
    )
    columns = [
        "项目名称",
        "light",
        "所属县区",
        "责任单位",
        "责任人",
        "包联领导",
        "rate",
        "gap",
        "shortfall",
        "reasons",
        "存在问题",
        "下步计划",
    ]
    records = []
    for at, record in enumerate(late[columns].itertuples(index=False), 1):
        *front, problem, following = record
        light, short = record[1], record[8]
        demand = f"距序时进度还差{short:,.1f}万元。" if short > 0 else ""
        demand += demands[light].format(days[light])
        if isinstance(problem, str):
            demand += "对存在问题逐项明确协调部门和解决时限。"
        records.append((at, *front, problem, demand, days[light], following))
    kinds = [
        "link",
        "text",
        "light",
        "center",
        "text",
        "center",
        "center",
        "rate",
        "rate",
        "amount",
        *["text"] * 3,
        "center",
        "text",
    ]
    write_list(sheet, records, kinds, "B" + late["row"].astype(str))


def write_issues(book, frame, found):
    headings = ["序号", "单元格", "项目名称", "问题", "处理办法"]
    sheet = begin(book, "数据问题", "台账数据问题清单", headings, [6, 10, 36, 48, 40])
    records = [(at, f"{column}{row}", name, *rest) for at, (row, column, name, *rest) in enumerate(found, 1)]
    write_list(sheet, records, ["link", "center", "text", "text", "text"], [record[1] for record in records])


FIGURES = ["count", "total", "plan", "done", "rate", "gap", *LIGHTS]
FIGURE_HEADINGS = [
    "项目数",
    "总投资",
    "年度计划投资",
    "累计完成投资",
    "完成率",
    "差距",
    *(word for word, _ in LIGHTS.values()),
]


def write_groups(sheet, table, row, ranked):
    for name, group in zip(table.index, table[[*FIGURES, "rank"]].itertuples(index=False), strict=True):
        *figures, rank = group
        cells = ([rank] if ranked else []) + [name, *figures]
        for column, value in enumerate(cells, 1):
            is_figure = column > len(cells) - len(figures)
            decimals = is_figure and column - (len(cells) - len(figures)) in (5, 6)
            number_format = "0.0" if decimals else "#,##0" if is_figure else None
            put(sheet.cell(row, column), value, RIGHT if is_figure else CENTER, BODY, None, number_format)
        row += 1
    return row


def write_ranking(book, frame):
    sheet = begin(
        book, "排名", "2026年1—6月重点项目投资完成率排名", ["名次", "单位", *FIGURE_HEADINGS], [7, 26, *[12] * 10]
    )
    row = 5
    for by in ("所属县区", "责任单位"):
        put(sheet.cell(row, 1), f"按{by}排名", LEFT, BOLD)
        row = write_groups(sheet, grouped(frame, by), row + 1, ranked=True)


def write_overview(book, frame):
    sheet = begin(book, "督导总览", "2026年1—6月重点项目推进情况督导总览", ["分组", *FIGURE_HEADINGS], [18, *[12] * 10])
    known, counts = frame[frame["rate"].notna()], frame["light"].value_counts()
    rate = known[DONE].sum() / known[PLAN].sum() * 100
    sheet["A3"].value = (
        f"列入台账的重点项目共{len(frame)}个，总投资{frame[TOTAL].sum():,.0f}万元，年度计划{frame[PLAN].sum():,.0f}万元，累计完成"
        f"{frame[DONE].sum():,.0f}万元，完成率{rate:.1f}%；"
        + "、".join(f"{w}{counts.get(k, 0)}个" for k, (w, _) in LIGHTS.items())
    )
    row, first = 5, None
    for by in ("所属县区", "项目级别", "建设性质", "所属行业"):
        last = write_groups(sheet, grouped(frame, by), row, ranked=False)
        first = first or (row, last - 1)
        row = last + 1
    bars = BarChart()
    bars.add_data(Reference(sheet, min_col=6, min_row=first[0], max_row=first[1]))
    bars.set_categories(Reference(sheet, min_col=1, min_row=first[0], max_row=first[1]))
    sheet.add_chart(bars, "M4")
    for at, (light, (word, _)) in enumerate(LIGHTS.items()):
        sheet.cell(row + at, 1).value, sheet.cell(row + at, 2).value = word, int(counts.get(light, 0))
    pie = PieChart()
    pie.add_data(Reference(sheet, min_col=2, min_row=row, max_row=row + 3))
    pie.set_categories(Reference(sheet, min_col=1, min_row=row, max_row=row + 3))
    sheet.add_chart(pie, "M22")


def main(ledger, output):
    """Put the five sheets into a copy of the ledger workbook."""
    frame, sections = read(ledger)
    found = checks(frame.assign(rate=frame[DONE] / frame[PLAN] * 100), sections)
    compute(frame)
    book = load_workbook(ledger)
    write_overview(book, frame)
    write_lights(book, frame)
    write_ranking(book, frame)
    write_supervision(book, frame)
    write_issues(book, frame, found)
    book.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])

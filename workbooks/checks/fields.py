"""Which canonical fields are money, dates and rates, and how a message calls the fields that it compares."""

from workbooks.recognition.dictionary import FieldType, entries


def _of_type(kind: FieldType) -> frozenset[str]:
    return frozenset(name for name, entry in entries().items() if entry.type == kind)


MONEY = _of_type("money")
DATES = _of_type("date")
RATES = _of_type("rate")

CALLED = {
    "total_investment": "总投资",
    "annual_plan": "年度计划投资",
    "done_this_year": "年累计完成投资",
    "done_this_month": "当月完成投资",
    "done_before_this_year": "上年底累计完成投资",
    "done_since_start": "开工累计完成投资",
    "completion_rate": "完成率",
    "responsible_unit": "责任单位",
    "leader": "包抓（挂点）领导",
    "planned_start": "计划开工时间",
    "actual_start": "开工时间",
    "planned_finish": "计划竣工时间",
    "actual_finish": "竣工时间",
    "commissioned": "投产时间",
    "full_capacity": "达产时间",
    "construction_period": "建设起止时间",
    "signed_on": "签约时间",
    "opened": "交办时间",
    "closed": "办结时间",
    "deadline": "完成时限",
    "rate_of_total": "占总投资比例",
    "month_rate": "月计划完成率",
    "month_plan": "当月计划投资",
    "target": "目标数",
    "actual": "完成数",
}

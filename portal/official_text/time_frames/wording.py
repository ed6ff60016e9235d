"""The words that say how a time is meant, as plans of Vietnamese offices write them.

Collected from plans of 2015 to 2026 of provincial offices, Party committees and schools, and from
Decree 30/2020/NĐ-CP for the way in which days and numbers are written. A phrase that is met and
not understood is added here, not in the grammar.
"""

import re

# Rule, words. Several may stand in one phrase: "hằng quý, 6 tháng, năm".
RECURRENCES = (
    ("DAILY", r"hằng ngày|mỗi ngày|/ngày|một ngày một lần"),
    ("WEEKLY", r"hằng tuần|mỗi tuần|/tuần|(?:một|1|01) tuần (?:một|1|01) lần"),
    (
        "MONTHLY",
        r"hằng tháng|mỗi tháng|(?<!\d )/ ?tháng|từng tháng|(?<!\d )\btháng (?:một|1|01) lần",
    ),
    (
        "QUARTERLY",
        r"hằng quý|mỗi quý|/ ?quý\b|từng quý|\bquý (?:một|1|01) lần|(?:0?3|ba) tháng"
        r" (?:một|1|01) lần|định kỳ (?:theo )?quý",
    ),
    (
        "HALFYEARLY",
        r"(?:định kỳ|hằng|mỗi|báo cáo|sơ kết)(?: kỳ)?:? (?:0?6|sáu) tháng(?! (?:đầu|cuối))"
        r"|(?:0?6|sáu) tháng(?: ?/ ?(?:0?1|một) lần| (?:0?1|một) lần|/lần|, ?(?:và )?năm\b"
        r"| và (?:cả |cuối )?năm\b| và hằng năm|, một năm)|nửa năm một lần",
    ),
    (
        "YEARLY",
        r"hằng năm|mỗi năm|(?<!\d )/ ?năm\b(?! \d)|từng năm"
        r"|(?:sáu|6|06) tháng,? (?:và )?(?:cả )?năm\b(?! \d)|\bnăm (?:\d+|một|hai) lần|hằng kỳ",
    ),
    ("MONTHLY", r"giao ban tháng"),
    ("HALFYEARLY", r"\bsơ kết(?= ?(?:,|và))"),
    ("YEARLY", r"tổng kết năm(?! \d)|năm sau|năm liền kề|năm tiếp theo(?! \w*c)|năm kế tiếp"),
    ("UNSPECIFIED", r"định kỳ"),
)
RELATIVE_YEAR = re.compile(r"\bnăm (?:sau|liền kề|kế tiếp|tới)\b|(?<!các )(?<!những )năm tiếp theo")
AD_HOC = re.compile(r"đột xuất|khi có phát sinh|khi (?:có|cần)|theo yêu cầu")
ON_DEMAND = re.compile(
    r"đột xuất|(?:khi|nếu) (?:có )?(?:phát sinh|yêu cầu|nhu cầu|cần)|theo yêu cầu"
)

REPORTING_ROUND = re.compile(
    r"(?:hằng )?(?:tháng|quý|0?6 tháng|0?9 tháng|năm)(?:, ?(?:và )?| và )"
    r"(?:(?:hằng )?(?:quý|0?6 tháng|0?9 tháng|năm)(?:, ?(?:và )?| và )?)+(?! ?\d)"
)
END_OF_ROUND = re.compile(
    r"(?:tháng|ngày|tuần) (?:cuối|đầu)(?: cùng)?(?: của)? (?:kỳ|quý|tháng)\b(?! \d)"
    r"|làm việc cuối cùng của (?:tháng|quý|năm)(?! \d)|cuối (?:mỗi )?(?:kỳ|quý|tháng)"
    r"(?! ?[\divx])|(?:ngày|thứ) \w+(?: của)? (?:mỗi|từng) tháng"
)

CONTINUOUS = re.compile(
    r"thường xuyên|liên tục|xuyên suốt|(?:trong )?suốt (?:cả )?(?:năm|quá trình|thời gian)"
    r"|cả năm|quanh năm|duy trì(?! \w+ kỳ)"
)
WHOLE_SPAN_OF_EVENT = re.compile(
    r"suốt (?:quá trình|thời gian)|trong (?:quá trình|thời gian) (?!từ)"
)

ONWARD = re.compile(
    r"trở (?:đi|về sau)|(?:và|,)? ?(?:(?:các|những) )?năm(?: tiếp theo| tiếp sau| sau đó| kế tiếp)"
    r"|(?:và|,)? ?(?:các|những) năm sau|và tiếp tục"
)
MANY_YEARS = re.compile(r"(?:các|những) năm (?:tiếp theo|tiếp sau|sau|kế tiếp)")

ISSUE = re.compile(
    r"từ nay|(?:kể )?từ (?:ngày|khi) (?:ký|ban hành|có hiệu lực)(?: ban hành)?"
    r"(?: (?:kế hoạch|chương trình|quyết định|văn bản|công văn)(?: này)?)?"
    r"|(?:kể )?từ khi (?:kế hoạch|chương trình) (?:này )?(?:được )?ban hành"
    r"|(?:kể )?từ ngày (?:kế hoạch|chương trình) (?:này )?(?:được )?(?:ký |ban hành|có hiệu lực)"
)

TENTATIVE = re.compile(r"dự kiến|tạm thời")
FROM = r"(?:(?:bắt đầu|kể|tính) )?(?:từ|kể từ|bắt đầu)"
TO = r"(?:cho )?(?:đến|tới)(?: hết| cuối| trước)?|-"
BEFORE = r"trước"
BY = (
    r"(?:chậm|muộn) nhất|không (?:quá|muộn hơn|chậm hơn)|hạn (?:cuối|chót)|thời hạn|xong|hoàn thành"
    r"|hoàn tất|kết thúc|hạn nộp|đảm bảo tiến độ"
)
AFTER = r"sau"
EVENT = (
    r"(?:ngay )?sau(?: khi)?|khi|trước khi|kể từ khi|dịp|nhân dịp|nhân|theo|cùng với|cùng thời điểm"
    r"|lồng ghép|trong thời gian|trong dịp|đồng thời với"
)
REFERENCE = re.compile(
    r"\btheo\b(?! yêu cầu| (?:tháng|quý|năm)\b)|căn cứ (?:vào )?|tùy (?:theo|thuộc)"
    r"|như (?:trên|quy định)|phù hợp với"
)
EVENTS = re.compile(
    r"sau (?:khi|ngày|đó|hội|đại|kỳ)|ngay sau|trước (?:khi|kỳ|tết|ngày \D|đại|hội|thềm)|\bkhi\b"
    r"|\bdịp\b|\bnhân (?:dịp|ngày)"
    r"|đến khi|\btết\b|trước \d+ ngày|khai mạc|bế mạc"
)
LENGTH = re.compile(
    r"(?P<n>\d{1,3})\s?(?:\(\w+\)\s)?(?P<unit>ngày làm việc|ngày|giờ làm việc|giờ|tuần|tháng)"
    r"(?! (?:đầu|cuối|năm|\d))"
)
PER_CASE = re.compile(
    r"kể từ|tính từ|từ (?:ngày|khi|thời điểm) (?!\d)|\bsau khi\b|trong (?:vòng|thời hạn)"
)

CLOCK = r"(?:[01]?\d|2[0-4])\s?(?:giờ|h|:)\s?(?:[0-5]\d)?(?:\s?(?:phút|'))?"
CLOCK_RANGE = re.compile(rf"(?:từ |lúc |vào lúc )?{CLOCK}\s?(?:đến|-)\s?{CLOCK},?(?= )")
CLOCK_ALONE = re.compile(rf"(?:lúc |vào lúc |vào hồi |hồi )?\b(?P<clock>{CLOCK}),?(?= )")
BEFORE_AN_HOUR = re.compile(rf"\btrước (?={CLOCK},? (?:ngày|\d))")
PART_OF_DAY = re.compile(
    r"\b(?:buổi )?(?:sáng|chiều|trưa|tối)(?: thứ \w+| chủ nhật)?,? (?=ngày|\d)"
)
WEEKDAY = re.compile(
    r"\((?:thứ \w+|chủ nhật)\)|\b(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? (?=ngày|\d)"
)

LABEL = re.compile(
    r"^(?:[-+*] ?)?(?:về )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)"
    r"(?: dự kiến)?(?: thực hiện| hoàn thành| ban hành| tổ chức| báo cáo| triển khai| kết thúc"
    r"| gửi)*\s?:\s?"
)
CITATION = re.compile(
    r"(?:số:? )?\b\d+(?:/\d{4})?[-/](?!(?:19|20)\d\d)[a-zđ]{2,}[\w&đ]*(?:[-/][\w&đ]+)*"
    r"(?:,? ?ngày \d{1,2}(?:/\d{1,2}/\d{4}| tháng \d{1,2} năm \d{4}))?"
)
BLANK_DAY = re.compile(
    r"ngày(?: ?[.…]+)? ?tháng ?(?:\d{1,2}|[.…]*) ?năm ?(?:\d{4}|20[.…]*|[.…]*)"
    r"|ngày ?(?:[.…]+|_+) ?/ ?\d{0,2}"
)
DAY_FORGOTTEN = re.compile(r"\bngày (?=tháng \d{1,2} ?/ ?\d{4})")
EVENT_THEN_DAYS = re.compile(
    r"trước (?:ngày |khi )?(?P<event>\D{3,60}?) (?P<n>\d{1,3}) ngày\b|"
    r"(?P<n2>\d{1,3}) ngày(?: làm việc)? (?:trước|sau) (?:khi|ngày) (?P<event2>\D{3,60})"
)
NO_DAY = re.compile(
    r"\btheo\b|sau khi|\bkhi\b|trước khi|sau (?:hội|đại|kỳ)|trước (?:hội|đại|kỳ|tết|thềm)|\btết\b"
)
EVERY = re.compile(
    r"hằng |mỗi |từng |/ ?(?:quý|tháng|tuần)\b|/ ?năm\b(?! \d)|định kỳ|lần\b|giao ban|sơ kết,"
    r"|của tháng cuối|cuối kỳ|nửa năm|(?<!\d )\b(?:tháng|quý), (?:quý|0?6 tháng)"
    r"|0?6 tháng,? (?:và )?(?:cả )?năm\b|quý,|tháng,"
    r"|ngày làm việc cuối cùng của (?:tháng|quý) ?$"
)

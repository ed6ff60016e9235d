"""The words by which an official document is understood, each group with where it comes from.

Kinds and parts: annexes of Decree 30/2020/NĐ-CP and Guide 36-HD/VPTW for Party documents. Section
headings, labels and columns: plans of provincial offices, 2015 to 2026. A heading that is met and
not understood is added here, not in the code.
"""

import re

# Kinds of documents as they stand above the title (Decree 30/2020, article 7; Party: 66-QĐ/TW)
PLANS = ("kế hoạch", "chương trình")
CARRIERS = ("quyết định",)
NOTICES = ("thông báo", "kết luận")
OTHERS = (
    *("báo cáo", "tờ trình", "công văn", "quy chế", "quy định", "hướng dẫn", "nghị quyết"),
    *("chỉ thị", "đề án", "phương án", "giấy mời", "biên bản", "thông tư", "nghị định", "luật"),
    *("quy trình", "công điện", "giấy ủy quyền", "hợp đồng", "bản ghi nhớ", "thông cáo", "dự án"),
    *("phiếu", "thư", "tiêu chí", "bộ tiêu chí", "điều lệ", "nội quy", "quy hoạch", "đề cương"),
    *("giấy giới thiệu", "giấy nghỉ phép", "danh sách", "lịch công tác", "thông tri", "tờ khai"),
    *("bài phát biểu", "đơn", "giấy chứng nhận", "bảng", "biểu mẫu", "cam kết", "thể lệ"),
)
KINDS = (*PLANS, *CARRIERS, *NOTICES, *OTHERS)
MEETING = re.compile(r"^chương trình\s+(?:hội nghị|cuộc họp|buổi|lễ|tọa đàm|hội thảo|họp)", re.I)

# Sections, by how their heading begins
REVIEWS = (
    *("đánh giá", "kết quả", "tình hình", "thực trạng", "đặc điểm", "tồn tại", "hạn chế"),
    *("ưu điểm", "khó khăn", "thuận lợi", "nguyên nhân", "khuyết điểm", "công tác đã"),
    *("bối cảnh", "những kết quả", "sơ lược", "khái quát"),
)
MONEY = (
    "kinh phí",
    "nguồn kinh phí",
    "dự toán",
    "nguồn lực",
    "nguồn vốn",
    "tài chính",
    "về kinh phí",
)
DUTIES = (
    *("tổ chức thực hiện", "tổ chức triển khai", "trách nhiệm", "phân công", "chế độ báo cáo"),
    *("chế độ thông tin", "thông tin, báo cáo", "thông tin báo cáo", "công tác báo cáo"),
    *("phân công nhiệm vụ", "phân công trách nhiệm", "tổ chức, thực hiện", "điều khoản"),
)
PURPOSES = (
    *("mục đích", "yêu cầu", "quan điểm", "nguyên tắc", "phạm vi", "đối tượng", "căn cứ"),
    *("cơ sở", "sự cần thiết", "thời gian", "địa điểm", "thành phần", "phương châm", "chủ đề"),
    *("thời lượng", "giải thích", "tên gọi", "khẩu hiệu", "phương pháp", "hình thức"),
)
TARGETS = ("mục tiêu", "chỉ tiêu", "các chỉ tiêu", "các mục tiêu", "một số chỉ tiêu", "phấn đấu")
WORK = (
    *("nhiệm vụ", "nội dung", "giải pháp", "hoạt động", "biện pháp", "công việc", "tiến độ"),
    *("lộ trình", "các bước"),
)
ANNEX = re.compile(r"^(?:phụ lục|phụ biểu|biểu số|danh mục kèm)\b", re.I)

# Labels that introduce a fact about the item above them
LABELS = (
    (
        "time",
        r"(?:thời gian|thời hạn|thời điểm|tiến độ|hạn)(?: dự kiến)?(?: thực hiện| hoàn thành"
        r"| ban hành| tổ chức| triển khai| báo cáo| kết thúc| bắt đầu| gửi| trình)*",
    ),
    (
        "lead",
        r"(?:(?:cơ quan|đơn vị|người|bộ phận|phòng|cán bộ)(?:,? (?:cơ quan|đơn vị|cá nhân|bộ"
        r" phận))?"
        r"(?: được)? (?:chủ trì(?: thực hiện| tham mưu)?|thực hiện|phụ trách|chịu trách nhiệm"
        r"|tham mưu"
        r"|đầu mối)|chủ trì(?: thực hiện)?|phân công(?: thực hiện)?|trách nhiệm(?: thực hiện)?"
        r"|đầu mối)",
    ),
    (
        "co",
        r"(?:(?:cơ quan|đơn vị|người|bộ phận|phòng|cá nhân)(?:,? (?:cơ quan|đơn vị|cá nhân))?"
        r" )?(?:thực hiện )?"
        r"phối hợp(?: thực hiện)?",
    ),
    (
        "product",
        r"(?:kết quả|sản phẩm|đầu ra)(?: dự kiến| đầu ra| thực hiện| cần đạt| đạt được| yêu cầu)*",
    ),
    ("content", r"(?:nội dung|nhiệm vụ|công việc|hoạt động)(?: thực hiện| công việc| cụ thể)?"),
    ("place", r"địa điểm(?: tổ chức| thực hiện)?"),
    (
        "people",
        r"thành phần(?: tham dự| tham gia)?|đối tượng(?: tham gia| tham dự| thực hiện)?"
        r"|số lượng|hình thức(?: tổ chức| thực hiện)?|chủ tọa|người tham dự",
    ),
    ("money", r"(?:dự kiến )?(?:nguồn )?kinh phí(?: thực hiện| dự kiến)?"),
)
LABEL = re.compile(
    r"^(?:về )?(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in LABELS)
    + r")(?: \([^)]{1,40}\))?\s*:\s*(?P<value>.*)$",
    re.I | re.S,
)
INSIDE = dict(LABELS)
LABEL_INSIDE = re.compile(
    r"(?<=[.;,)]) +(?:"
    + "|".join(INSIDE[name] for name in ("time", "lead", "co", "product"))
    + r")\s*:\s*",
    re.I,
)

# Columns of a table of tasks, by what their heading says; the first that fits counts
COLUMNS = (
    ("number", r"^(?:s?tt|số tt|số thứ tự|#|no)\b"),
    ("money", r"kinh phí|dự toán|nguồn vốn|thành tiền|đơn giá"),
    ("co", r"phối hợp"),
    (
        "lead",
        r"chủ trì|đầu mối|(?:đơn vị|cơ quan|bộ phận|người|cán bộ|phòng)[\w ,/]* (?:thực hiện"
        r"|phụ trách"
        r"|tham mưu|chịu trách nhiệm)|phân công|trách nhiệm|chịu trách nhiệm|^(?:người |đơn vị "
        r"|cơ quan )?thực hiện$"
        r"|^(?:đơn vị|cơ quan|cá nhân, đơn vị|người phụ trách)$|phụ trách",
    ),
    ("begin", r"bắt đầu|khởi công"),
    (
        "time",
        r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|^hạn|lộ trình|^ngày|^(?:tháng|quý)$"
        r"|kết thúc",
    ),
    ("product", r"sản phẩm|kết quả|đầu ra|hồ sơ"),
    ("note", r"ghi chú|căn cứ|mức độ|tài liệu|địa điểm|đối tượng|thành phần|số lượng|quy mô"),
    (
        "content",
        r"nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên việc|đầu việc|hạng mục|chuyên đề"
        r"|mục tiêu|tên",
    ),
)
# Columns that are periods, a mark where the work falls: "Tháng 3", "T3", "Quý I/2025", "Tuần 2"
PERIODS = (
    ("tháng", r"^(?:tháng|thg|t)\s?\.?\s?(?P<n>0?[1-9]|1[0-2])(?:\s?[/.-]\s?(?P<year>20\d\d))?$"),
    ("quý", r"^(?:quý|q)\s?\.?\s?(?P<n>i{1,3}|iv|[1-4])(?:\s?[/.-]\s?(?P<year>20\d\d))?$"),
    ("tuần", r"^(?:tuần|w)\s?(?:thứ\s)?(?P<n>[1-5])(?P<year>)$"),
)
NOT_OF_TASKS = re.compile(
    r"họ (?:và )?tên|đơn vị tính|điểm (?:chuẩn|tối đa)|đơn giá|năm sinh|số điện thoại"
    r"|định mức|thành tiền|chức vụ",
    re.I,
)
TOTALS = re.compile(r"^(?:tổng cộng|tổng số|tổng|cộng)\s*:?$", re.I)

# Who acts
ORGANS = (
    *("văn phòng", "phòng", "ban", "sở", "trung tâm", "chi cục", "cục", "thanh tra", "thủ trưởng"),
    *("trưởng", "giám đốc", "phó giám đốc", "ủy ban", "uỷ ban", "ubnd", "công an", "bộ", "hội"),
    *("đoàn", "công đoàn", "chi bộ", "đảng ủy", "đảng uỷ", "cơ sở", "trường", "bệnh viện", "tổ"),
    *("viện", "lãnh đạo", "hđnd", "hội đồng", "mttq", "mặt trận", "liên đoàn", "bảo hiểm", "quỹ"),
    *("kho bạc", "chánh", "phó", "người đứng đầu", "cấp ủy", "cấp uỷ", "đảng bộ", "thường trực"),
    *("thành viên", "cán bộ", "công chức", "chuyên viên", "đồng chí", "đ/c", "cơ quan", "đơn vị"),
    *("chủ tịch", "bí thư", "tỉnh đoàn", "bộ phận", "giáo viên", "thư viện", "nhà văn hóa", "đài"),
    *("báo", "cổng thông tin", "tổng công ty", "công ty", "doanh nghiệp", "vụ", "tổng cục", "khoa"),
    *("kế toán", "hiệu trưởng", "nhà trường", "hạt", "đội", "trạm", "thuế", "đối tượng thực hiện"),
    *(
        "bch",
        "btv",
        "bcđ",
        "công đoàn viên",
        "đảng viên",
        "viên chức",
        "ủy viên",
        "uỷ viên",
        "nhóm",
    ),
    *(
        "địa phương",
        "xã",
        "phường",
        "huyện",
        "thành phố",
        "tổ chức chính trị",
        "tòa án",
        "viện kiểm",
    ),
)
SEVERAL = ("các", "mỗi", "từng", "toàn thể", "tất cả", "những", "02", "03", "04", "hai", "ba")
# Of several: words that name a body only after "các" or the like
GROUPS = (*ORGANS, "sở", "ngành", "tổ chức", "đoàn thể", "cấp", "khối", "cụm", "thôn", "bản", "ấp")
NO_ORGANS = re.compile(
    r"^(?:(?:các|những|mỗi|từng)\s)?(?:hội (?:nghị|thảo|thi|họp|chợ|diễn)|trường hợp|bộ (?:tiêu"
    r" chí|thủ tục"
    r"|chỉ số|câu hỏi|dữ liệu|luật|máy)|cơ sở (?:vật chất|dữ liệu|hạ tầng|pháp lý|chính trị)"
    r"|báo (?:cáo|chí)"
    r"|phòng,? (?:chống|ngừa|tránh)|đơn (?:giản|thư)|bộ đội|tổ chức (?!chính trị|đảng|đoàn|công"
    r" đoàn|hội)"
    r"|cấp (?:giấy|phép|phát|thẻ|đổi)|vụ việc|tổng (?:kết|hợp|số|kiểm)|quỹ (?:đất|thời|tiền)"
    r"|phó mặc"
    r"|các (?:mô hình|nội dung|hoạt động)|đội ngũ|khoa học|trưởng thành|công chứng|nhóm (?:giải"
    r" pháp|chỉ|nhiệm)"
    r"|huyện tâm|tiếp|đoàn kết|đài (?:thọ|kỷ)|hạt nhân|viện (?:dẫn|trợ)|thuế (?:suất|thu))",
    re.I,
)
# Before a body's name in a heading, and before one in a sentence
OF_A_BODY = re.compile(r"^(?:trách nhiệm (?:của )?|nhiệm vụ (?:của )?|đối với |về phía )", re.I)
ADDRESSED = re.compile(
    r"^(?:trách nhiệm (?:của )?|nhiệm vụ (?:của )?|đối với |về phía |giao (?:cho )?|đề nghị (?=\w)"
    r"|yêu cầu |phân công )",
    re.I,
)
# Words with which an order begins, or goes on after the name of a body
ORDERS = (
    *("chủ trì", "phối hợp", "có trách nhiệm", "chịu trách nhiệm", "xây dựng", "báo cáo"),
    *("theo dõi", "tổ chức", "thực hiện", "căn cứ", "đăng ký", "gửi", "tham mưu"),
    *("hướng dẫn", "triển khai", "đôn đốc", "tổng hợp", "kiểm tra", "rà soát", "bố trí"),
    *("chỉ đạo", "quán triệt", "tiếp tục", "đẩy mạnh", "tăng cường", "phản ánh"),
    *("ban hành", "lập", "trình", "chủ động", "có nhiệm vụ", "cung cấp", "cập nhật"),
    *("đăng tải", "phân công", "tuyên truyền", "thông báo", "phát động", "hoàn thành"),
    *("hoàn thiện", "đề xuất", "tự chấm", "tự đánh giá", "đánh giá", "thẩm định"),
    *("nghiên cứu", "lồng ghép", "lựa chọn", "là đầu mối", "là đơn vị", "làm đầu mối"),
    *("là cơ quan", "trên cơ sở", "bảo đảm", "đảm bảo", "tham gia", "vận động", "giám sát"),
    *("phổ biến", "thành lập", "kiện toàn", "khẩn trương", "nghiêm túc", "định kỳ", "hằng"),
    *("hàng", "trong phạm vi", "phụ trách", "cử", "dự trù", "tạo điều kiện", "tập trung"),
    *("thường xuyên", "nâng cao", "quan tâm", "phải", "cần", "giúp", "làm việc"),
    *("tự kiểm tra", "lãnh đạo", "trực tiếp", "quyết định", "giải quyết", "tiếp nhận"),
    *("xem xét", "kịp thời", "duy trì", "chuẩn bị", "đưa", "bám sát", "quản lý"),
    *("niêm yết", "công khai", "tiếp", "đề nghị", "hỗ trợ", "tiến hành", "được giao"),
    *(
        "vào cuộc",
        "nộp",
        "khai thác",
    ),
)
VERBS = "|".join(ORDERS)
PLURAL = re.compile(
    r"(?:^|\b)(?:các|mỗi|từng|toàn thể|tất cả)\b|\bcấp (?:xã|huyện|cơ sở)\b|ubnd (?:xã|phường"
    r"|huyện)"
    r"|(?:ủy|uỷ) ban nhân dân (?:phường|xã|huyện|quận)|sở, (?:ban, )?ngành|phòng, (?:ban, )?đơn vị"
    r"|^phòng, |^sở, |đơn vị trực thuộc|huyện, thành phố|xã, phường|phường, xã",
    re.I,
)
CLOSING = re.compile(
    r"^(?:trên đây là|trân trọng|thông báo (?:này|kết luận)|trong quá trình (?:thực hiện|triển"
    r" khai|tổ chức)|quá trình (?:triển khai|thực hiện))",
    re.I,
)
# An appeal to everybody at the end of a plan orders nothing
APPEAL = re.compile(r"^(?:đề nghị|yêu cầu) các .{0,80} nghiêm túc (?:triển khai )?thực hiện", re.I)
# A heading that is itself a time: "I. QUÝ I", "Tháng 3 năm 2025"
TIME_HEADING = re.compile(
    r"^(?:trong |các |công tác |nhiệm vụ )*(?:tháng|quý|6 tháng|06 tháng|sáu tháng)"
    r"(?: \d{1,2}| [IV]{1,3})?(?:(?: ?[,-] ?| và )(?:\d{1,2}|[IV]{1,3}))*"
    r"(?: đầu năm| cuối năm)?(?:(?:/| năm )\d{4})?\s*:?$",
    re.I,
)
END_MARK = re.compile(r"\./\.?|\.\s?/\s?\.")

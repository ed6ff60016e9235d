"""The fields that come with the portal. The office edits its own table; this is a first filling.

The nine on top are the office's fields of management; below them what petitions are about
(Thông tư 53/2015, Điều 11, and the usual contents). Who took a field over in 2025 differs from
province to province: the names here are one example, to be confirmed by the office.
"""

POLICY, OTHER = "che_do_chinh_sach", "khac"

# code, name, column of the returns, successor agency, decided by this office
FIELDS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("lao-dong-viec-lam", "Lao động, tiền lương và việc làm", OTHER, "Sở Nội vụ", True),
    ("giao-duc-nghe-nghiep", "Giáo dục nghề nghiệp", OTHER, "Sở Giáo dục và Đào tạo", True),
    ("bao-hiem-xa-hoi", "Bảo hiểm xã hội", POLICY, "Sở Nội vụ", True),
    ("an-toan-lao-dong", "An toàn, vệ sinh lao động", OTHER, "Sở Nội vụ", True),
    ("nguoi-co-cong", "Người có công", POLICY, "Sở Nội vụ", True),
    ("bao-tro-xa-hoi", "Bảo trợ xã hội", POLICY, "Sở Y tế", True),
    ("tre-em", "Trẻ em", POLICY, "Sở Y tế", True),
    ("binh-dang-gioi", "Bình đẳng giới", OTHER, "", True),
    ("te-nan-xa-hoi", "Phòng, chống tệ nạn xã hội", OTHER, "Sở Y tế", True),
    ("khac", "Nội dung khác", OTHER, "", False),
)

# parent, code, name, column of the returns, decided by this office
PETITION_FIELDS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("nguoi-co-cong", "ncc-liet-si", "Xác nhận liệt sĩ, thân nhân liệt sĩ", POLICY, True),
    ("nguoi-co-cong", "ncc-thuong-binh", "Chế độ thương binh", POLICY, True),
    ("nguoi-co-cong", "ncc-benh-binh", "Chế độ bệnh binh", POLICY, True),
    ("nguoi-co-cong", "ncc-chat-doc-hoa-hoc", "Nhiễm chất độc hóa học và con đẻ", POLICY, True),
    ("nguoi-co-cong", "ncc-tu-day", "Người bị địch bắt tù, đày", POLICY, True),
    ("nguoi-co-cong", "ncc-tro-cap-mot-lan", "Trợ cấp một lần", POLICY, True),
    ("nguoi-co-cong", "ncc-mai-tang-phi", "Mai táng phí", POLICY, True),
    ("nguoi-co-cong", "ncc-nha-o", "Hỗ trợ nhà ở người có công", POLICY, True),
    ("lao-dong-viec-lam", "lao-dong-tien-luong", "Lao động, tiền lương", OTHER, True),
    ("lao-dong-viec-lam", "no-luong", "Nợ lương", OTHER, True),
    ("lao-dong-viec-lam", "hop-dong-lao-dong", "Hợp đồng lao động", OTHER, True),
    ("lao-dong-viec-lam", "ky-luat-sa-thai", "Kỷ luật lao động, sa thải", OTHER, True),
    ("lao-dong-viec-lam", "dinh-cong", "Tranh chấp tập thể, đình công", OTHER, True),
    ("lao-dong-viec-lam", "viec-lam-that-nghiep", "Việc làm, bảo hiểm thất nghiệp", POLICY, True),
    ("lao-dong-viec-lam", "lao-dong-ngoai-nuoc", "Lao động ngoài nước", OTHER, True),
    ("an-toan-lao-dong", "tai-nan-lao-dong", "Tai nạn lao động", OTHER, True),
    ("bao-hiem-xa-hoi", "bhxh-chot-so", "Chốt sổ bảo hiểm xã hội", POLICY, False),
    ("bao-hiem-xa-hoi", "bhxh-no-dong", "Nợ đóng bảo hiểm xã hội", POLICY, False),
    ("bao-hiem-xa-hoi", "bhxh-huu-tri", "Hưu trí", POLICY, False),
    ("bao-tro-xa-hoi", "btxh-muc-tro-cap", "Mức trợ cấp xã hội", POLICY, True),
    ("bao-tro-xa-hoi", "btxh-khuyet-tat", "Người khuyết tật", POLICY, True),
    ("bao-tro-xa-hoi", "btxh-nguoi-cao-tuoi", "Người cao tuổi", POLICY, True),
    ("bao-tro-xa-hoi", "btxh-ho-ngheo", "Hộ nghèo, hộ cận nghèo", POLICY, True),
    ("tre-em", "tre-em-bao-ve", "Bảo vệ, chăm sóc trẻ em", POLICY, True),
    ("te-nan-xa-hoi", "cai-nghien", "Cai nghiện, quản lý sau cai nghiện", OTHER, True),
    ("giao-duc-nghe-nghiep", "dao-tao-nghe", "Tuyển sinh, đào tạo nghề, học phí", OTHER, True),
)

from django.urls import include, path

from portal.dashboard.audit.views import audit, audit_file
from portal.dashboard.briefing.views import (
    briefing,
    briefing_file,
    freeze_briefing,
    frozen_briefing,
)
from portal.dashboard.demo import demo
from portal.dashboard.democracy import democracy_dashboard
from portal.dashboard.desk import desk
from portal.dashboard.field.views import field_page
from portal.dashboard.field.views import order_remedy as order_field_remedy
from portal.dashboard.front import home
from portal.dashboard.imports.views import (
    drop_import,
    forget_heading,
    import_faults,
    import_form,
    import_run,
    imports,
    name_headings,
    one_import,
    write_import,
)
from portal.dashboard.law import confirm, law
from portal.dashboard.leadership import dashboard
from portal.dashboard.reform import reform_dashboard, reform_trend
from portal.dashboard.reminders.views import choose_mail, printed, quiet_hours, reminders
from portal.dashboard.reports_due import reports_due
from portal.dashboard.returns.by_field import dossiers_file
from portal.dashboard.returns.views import (
    freeze_return,
    one_return,
    return_file,
    return_rows,
    return_text,
    return_typed,
    return_typed_strike,
    returns,
)
from portal.dashboard.successor.views import export_file, exports
from portal.views.administration import emblem_picture
from portal.views.bulk import run_list, run_page
from portal.views.first_password import first_password
from portal.views.health import health
from portal.views.instruction import (
    close_instruction,
    instruction,
    instruction_list,
    new_instruction,
)
from portal.views.lock import lock, unlock
from portal.views.measures import measures
from portal.views.saved_filters import (
    choose_columns,
    delete_saved,
    edit_saved,
    new_saved,
    open_saved,
    saved_filters,
)
from portal.views.sign_in import sign_in, sign_out
from portal.views.submission import SubmissionView, signed_page

urlpatterns = [
    path("", home, name="home"),
    path("", include("citizens.urls")),
    path("", include("portal.views.planning.urls")),
    path("", include("portal.views.activities.urls")),
    path("bao-cao-ky/lich/", reports_due, name="reports-due"),
    path("", include("portal.views.reporting.urls")),
    path("", include("portal.views.publications.urls")),
    path("", include("portal.views.look.urls")),
    path("", include("portal.views.guide.urls")),
    path("", include("democracy.urls")),
    path("", include("democracy.views.briefing.urls")),
    path("", include("democracy.views.commendation.urls")),
    path("", include("democracy.views.movement.urls")),
    path("", include("democracy.views.practice.urls")),
    path("", include("democracy.views.rating.urls")),
    path("", include("democracy.views.visit.urls")),
    path("", include("democracy.views.board.urls")),
    path("", include("democracy.views.committee.urls")),
    path("", include("democracy.views.conference.urls")),
    path("", include("reforms.urls")),
    path("cai-cach/ho-so/tep/", dossiers_file, name="dossiers-file"),
    path("", include("reforms.views.dossiers.urls")),
    path("", include("reforms.views.survey.urls")),
    path("", include("reforms.views.headcount.urls")),
    path("", include("reforms.views.indicator.urls")),
    path("", include("reforms.views.plans.urls")),
    path("", include("reforms.views.procedure.urls")),
    path("", include("reforms.views.scorecard.urls")),
    path("cong-viec/", desk, name="desk"),
    path("dieu-hanh/", dashboard, name="dashboard"),
    path("dieu-hanh/dan-chu/", democracy_dashboard, name="dashboard-democracy"),
    path("dieu-hanh/cai-cach/", reform_dashboard, name="dashboard-reform"),
    path("dieu-hanh/cai-cach/xu-huong/", reform_trend, name="dashboard-reform-trend"),
    path("dieu-hanh/linh-vuc/", field_page, name="dashboard-field"),
    path("dieu-hanh/linh-vuc/giao-khac-phuc/", order_field_remedy, name="dashboard-field-remedy"),
    path("dieu-hanh/bao-cao-nhanh/", briefing, name="briefing"),
    path("dieu-hanh/bao-cao-nhanh/tep/", briefing_file, name="briefing-file"),
    path("dieu-hanh/bao-cao-nhanh/chot/", freeze_briefing, name="briefing-freeze"),
    path("dieu-hanh/bao-cao-nhanh/<int:pk>/", frozen_briefing, name="briefing-frozen"),
    path("nhac-viec/", reminders, name="reminders"),
    path("nhac-viec/thu/", choose_mail, name="reminders-mail"),
    path("nhac-viec/in/", printed, name="reminders-sheet"),
    path("nhac-viec/gio/", quiet_hours, name="reminders-quiet"),
    path("bao-cao/", returns, name="statistics"),
    path("xuat-ho-so/", exports, name="exports"),
    path("xuat-ho-so/<int:pk>/tep/", export_file, name="export-file"),
    path("bao-cao/bao-cao-ky/", return_text, name="return-text"),
    path("bao-cao/<slug:path>/", one_return, name="return"),
    path("bao-cao/<slug:path>/dong/", return_rows, name="return-rows"),
    path("bao-cao/<slug:path>/tep/", return_file, name="return-file"),
    path("bao-cao/<slug:path>/nhap/", return_typed, name="return-typed"),
    path(
        "bao-cao/<slug:path>/nhap/<str:code>/gach/", return_typed_strike, name="return-typed-strike"
    ),
    path("bao-cao/<slug:path>/chot/", freeze_return, name="return-freeze"),
    path("nhap-so/", imports, name="imports"),
    path("nhap-so/<slug:path>/", one_import, name="import"),
    path("nhap-so/<slug:path>/mau/", import_form, name="import-form"),
    path(
        "nhap-so/<slug:path>/ten-cot/<int:pk>/hoi-lai/",
        forget_heading,
        name="import-heading-forget",
    ),
    path("nhap-so/lan/<int:pk>/", import_run, name="import-run"),
    path("nhap-so/lan/<int:pk>/ten-cot/", name_headings, name="import-headings"),
    path("nhap-so/lan/<int:pk>/ghi/", write_import, name="import-write"),
    path("nhap-so/lan/<int:pk>/bo/", drop_import, name="import-drop"),
    path("nhap-so/lan/<int:pk>/loi/", import_faults, name="import-faults"),
    path("trinh/<int:pk>/", SubmissionView.as_view(), name="submission"),
    path("trinh/<int:pk>/ban-ky/<int:reading>/", signed_page, name="submission-signed"),
    path("chi-dao/", instruction_list, name="instruction-list"),
    path("chi-dao/moi/", new_instruction, name="instruct"),
    path("chi-dao/<int:pk>/", instruction, name="instruction"),
    path("chi-dao/<int:pk>/ket-thuc/", close_instruction, name="instruction-close"),
    path("bo-loc/", saved_filters, name="saved-filters"),
    path("bo-loc/moi/", new_saved, name="saved-filter-new"),
    path("bo-loc/<int:pk>/", open_saved, name="saved-filter"),
    path("bo-loc/<int:pk>/sua/", edit_saved, name="saved-filter-edit"),
    path("bo-loc/<int:pk>/xoa/", delete_saved, name="saved-filter-delete"),
    path("viec-hang-loat/", run_list, name="bulk-runs"),
    path("viec-hang-loat/<int:pk>/", run_page, name="bulk-run"),
    path("cot-danh-sach/", choose_columns, name="list-columns"),
    path("", include("portal.views.factors.urls")),
    path("dang-nhap/", sign_in, name="sign-in"),
    path("dang-nhap/moi/<str:token>/", first_password, name="first-password"),
    path("dang-xuat/", sign_out, name="sign-out"),
    path("khoa-man-hinh/", lock, name="lock"),
    path("mo-khoa/", unlock, name="unlock"),
    path("danh-muc/", law, name="catalogue"),
    path("danh-muc/can-cu/<str:code>/<str:since>/", confirm, name="rule-confirm"),
    path("nhat-ky/", audit, name="audit"),
    path("nhat-ky/tep/", audit_file, name="audit-file"),
    path("quan-tri/", include("portal.views.administration.urls")),
    path("bieu-trung/", emblem_picture, name="emblem"),
    path("suc-khoe/", health, name="health"),
    path("suc-khoe/so-do/", measures, name="measures"),
    path("xem-thu/", demo, name="demo"),
]

handler400 = "portal.views.faults.bad_request"
handler403 = "portal.views.faults.forbidden"
handler404 = "portal.views.faults.not_found"
handler500 = "portal.views.faults.server_error"

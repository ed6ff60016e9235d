from django.urls import path

from portal.views.administration.leaving import leave
from portal.views.factors.overview import drop_app, drop_codes, drop_key, factors
from portal.views.factors.restoring import confirm_restoration, restorations, restore
from portal.views.factors.second_step import check_again, second_step
from portal.views.factors.sessions import end_device, end_others, end_session, session_list
from portal.views.factors.setting_up import set_up_app, set_up_codes, set_up_key
from portal.views.single_sign_on import back_again, there

urlpatterns = [
    path("quan-tri/tai-khoan/<int:pk>/thoi-viec/", leave, name="administration-leave"),
    path("dang-nhap/tinh/", there, name="province"),
    path("dang-nhap/tinh/ve/", back_again, name="province-back"),
    path("dang-nhap/buoc-hai/", second_step, name="second-step"),
    path("xac-nhan-lai/", check_again, name="check-again"),
    path("xac-thuc/", factors, name="factors"),
    path("xac-thuc/ung-dung/", set_up_app, name="factor-app"),
    path("xac-thuc/ung-dung/bo/", drop_app, name="factor-app-drop"),
    path("xac-thuc/ma-in-san/", set_up_codes, name="factor-codes"),
    path("xac-thuc/ma-in-san/bo/", drop_codes, name="factor-codes-drop"),
    path("xac-thuc/khoa/", set_up_key, name="factor-key"),
    path("xac-thuc/khoa/<int:pk>/bo/", drop_key, name="factor-key-drop"),
    path("phien-dang-nhap/", session_list, name="sessions"),
    path("phien-dang-nhap/khac/ket-thuc/", end_others, name="sessions-end"),
    path("phien-dang-nhap/<int:pk>/ket-thuc/", end_session, name="session-end"),
    path("phien-dang-nhap/thiet-bi/<int:pk>/ket-thuc/", end_device, name="device-end"),
    path("khoi-phuc/", restorations, name="restorations"),
    path("khoi-phuc/moi/<int:pk>/", restore, name="restore"),
    path("khoi-phuc/<int:pk>/", confirm_restoration, name="restoration-confirm"),
]

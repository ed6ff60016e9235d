from django.urls import path

from portal.views.guide.pages import guide, guide_chapter, guide_for_citizens, guide_picture

urlpatterns = [
    path("huong-dan/", guide, name="guide"),
    path("huong-dan/cong-dan/", guide_for_citizens, name="guide-for-citizens"),
    path("huong-dan/anh/<str:name>", guide_picture, name="guide-picture"),
    path("huong-dan/<slug:name>/", guide_chapter, name="guide-chapter"),
]

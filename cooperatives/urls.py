"""Pages for every person: the language, the style guide, one's account; and of those who keep people."""

from django.urls import path

from cooperatives.views import people, profile, site

urlpatterns = [
    path("language/", site.language, name="language"),
    path("styleguide/", site.styleguide, name="styleguide"),
]

# One's own account.
urlpatterns += [
    path("profile/", profile.profile, name="profile"),
    path("profile/sessions/end/", profile.other_sessions_end, name="other_sessions_end"),
    path("profile/sessions/<int:pk>/end/", profile.session_end, name="session_end"),
    path("invitation/<str:key>/", profile.invitation_accept, name="invitation_accept"),
]

# The people of one's programmes and co-ops.
urlpatterns += [
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/invite/", people.invitation_create, name="invitation_create"),
    path("people/invitations/<int:pk>/resend/", people.invitation_resend, name="invitation_resend"),
    path("people/invitations/<int:pk>/withdraw/", people.invitation_withdraw, name="invitation_withdraw"),
    path("people/staff-roles/<int:pk>/end/", people.staff_role_end, name="staff_role_end"),
    path("people/programme-roles/<int:pk>/end/", people.programme_role_end, name="programme_role_end"),
    path("roles/", people.role_matrix, name="role_matrix"),
]

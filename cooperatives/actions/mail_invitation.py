"""The mail with the link of an invitation."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cooperatives.models import Cooperative, Invitation


def mail_invitation(*, invitation: Invitation, link: str) -> bool:
    """Send the link in the language of the person, or of the co-op; False when the mail did not leave."""
    place = invitation.place
    language = invitation.language or (place.language if isinstance(place, Cooperative) else "")
    with translation.override(language or translation.get_language() or settings.LANGUAGE_CODE):
        text = render_to_string("cooperatives/invitation_mail.txt", {"invitation": invitation, "link": link})
        subject = _("Invitation to Beneficio: %(role)s, %(place)s") % {
            "role": invitation.get_role_display(),
            "place": place,
        }
        message = EmailMessage(subject, text, to=[invitation.email])
    try:
        message.send()
    except OSError:
        return False
    Invitation.objects.filter(pk=invitation.pk).update(mailed_at=timezone.now())
    return True

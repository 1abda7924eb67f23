-- invitation: what the publication `impact.publication` wrote leaves, what it replaced comes back.
DELETE FROM impact.invitation
WHERE invitation.xmin = current_setting('impact.publication')::xid;

INSERT INTO impact.invitation
SELECT * FROM impact_internal.invitation_previous;

DELETE FROM impact_internal.invitation_previous;

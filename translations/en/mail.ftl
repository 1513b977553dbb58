# Every letter.
letter-hello = Hello { $name },
letter-hello-nameless = Hello,
letter-greeting = Best wishes, { $organiser }
letter-when = When:
letter-where = Where:
letter-what = Title:
letter-online = Online meeting
letter-and-online = and online
letter-join = Join online
letter-chosen = You have chosen:
letter-manage = Change your sign-up or cancel your place
letter-only-you = The link is for you only.
letter-attached = A calendar file is attached.
letter-subscribe = Let your calendar fetch changes by itself
letter-cannot-come = Can't come after all? Tell us as soon as you know, so that someone else can have the place.
letter-questions = Questions? Just reply to this e-mail.
letter-before = before:
letter-waited-for = You are on the waiting list for:
letter-in-person = Where we meet
letter-programme-version = The programme (version { $version })
letter-form = You take part:
letter-form-in-person = in person
letter-form-online = online
letter-moved = Moved:
letter-gone = Cancelled:
letter-got = You have a place:
letter-settled = You still have { $kept }, and no longer { $released }. They are at the same time, and the time to choose is over.

letter-confirmation-subject = You are signed up: { $event }
letter-confirmation-news = We are glad you are joining us. Your place is ready.

letter-waiting-list-subject = You are on the waiting list: { $event }
letter-waiting-list-news = { $event } is full right now, but you are on the waiting list as number { $position }.
letter-waiting-list-wait = We will write to you as soon as there is a place for you. There is nothing you need to do, but please wait before you book travel.
letter-waiting-list-offers = We will write to you when there is a place for you. You must then answer by the deadline. Please wait before you book travel.
letter-waiting-list-leave = Want to leave the list? Cancel here

letter-received-subject = We have received your sign-up: { $event }
letter-received-news = Thank you for signing up for { $event }. The organiser decides who gets a place.
letter-received-next = You do not have a place yet. We will write to you when it is decided. Please wait before you book travel.
letter-received-see = See, change or take back your sign-up

letter-declined-subject = Answer to your sign-up: { $event }
letter-declined-news = Thank you for signing up for { $event }. Unfortunately the organiser cannot give you a place this time.
letter-declined-reason = The organiser writes:
letter-declined-ask = If you have questions, you can reply to this e-mail.


letter-offer-subject = Would you like the place? { $event }
letter-offer-news = Good news: a place has opened up, and we are keeping it for you.
letter-offer-answer = Would you like it? Answer by { $deadline }
letter-offer-lapse = If we do not hear from you, the next person on the list gets the place.

letter-place-subject = You have a place: { $event }
letter-place-news = Good news: a place has opened up, and it is yours.
letter-place-ready = The place is ready, so there is nothing you need to do.
letter-place-leave = If it no longer suits you, cancel by { $deadline } and the next person gets it

letter-reply-subject-unproven = Do you want to sign off? { $event }
letter-reply-unproven = We received a no to { $event } from a calendar, but cannot see whether it was you who answered. So nothing has changed.
letter-reply-link-unproven = Sign off here
letter-reply-subject-too-late = It is too late to sign off: { $event }
letter-reply-too-late = We received a no to { $event } from your calendar, but the last time to sign off has passed. You are still signed up.
letter-reply-link-too-late = Your sign-up
letter-reply-subject-substitute = Is somebody else coming instead of you? { $event }
letter-reply-substitute = Your calendar answered that somebody else is coming to { $event }. The place is still yours.
letter-reply-link-substitute = Say who is to have the place
letter-reply-subject-signed-off = You are not signed up: { $event }
letter-reply-signed-off = You answered yes to { $event } in your calendar, but your sign-up was withdrawn. An answer in the calendar does not sign you up again.
letter-reply-link-signed-off = Sign up again
letter-reply-subject-invitation = Your invitation: { $event }
letter-reply-invitation = Your calendar asked for the newest invitation to { $event }. Here it is.
letter-reply-link-invitation = Your sign-up
letter-reply-stays = If you do nothing, you keep the place.

letter-forward-subject-text = { $name } writes about { $event }
letter-forward-text = { $name } ({ $address }) has written to us about { $event }:
letter-forward-subject-away = { $name } is away: { $event }
letter-forward-away = We received this automatic answer from { $name } ({ $address }) to a letter about { $event }:
letter-forward-subject-speaker-accepted = { $name } answered yes: { $event }
letter-forward-speaker-accepted = { $name } ({ $address }), who speaks at { $event }, answered yes in their calendar.
letter-forward-subject-speaker-tentative = { $name } answered maybe: { $event }
letter-forward-speaker-tentative = { $name } ({ $address }), who speaks at { $event }, answered maybe in their calendar.
letter-forward-subject-speaker-declined = { $name } answered no: { $event }
letter-forward-speaker-declined = { $name } ({ $address }), who speaks at { $event }, answered no in their calendar. The programme is not changed.
letter-forward-session = It is about: { $title }
letter-forward-uncertain = It is not certain that the answer came from { $name }. Ask before you act on it.
letter-forward-title = Subject:
letter-forward-answer = If you answer this e-mail, your answer goes to whoever wrote.

letter-reminder-subject = See you soon: { $event }
letter-reminder-days = { $event } is in { $days } days. We look forward to it.
letter-reminder-tomorrow = { $event } is tomorrow. We look forward to it.
letter-reminder-today = { $event } is today. We look forward to it.
letter-reminder-soon = { $event } starts soon. We look forward to it.
letter-reminder-join = Meeting link
letter-reminder-manage = You will find the programme and your sign-up here
letter-reminder-cannot-come = Has something come up? Cancel with the same link, so that someone else can have the place.
letter-reminder-stop = Send me no more reminders about this

letter-change-subject = Change: { $event }
letter-change-news = Something has changed about { $event }:
letter-change-choices = You have chosen:
letter-change-nothing = nothing
letter-change-now = This is how it is now:
letter-change-stands = Your sign-up still stands, and a new calendar file is attached. If it no longer suits you, cancel here
letter-change-got-subject = You have a place: { $session }, { $event }
letter-change-got-news = Good news: there is room for you in something that you were on the waiting list for at { $event }:

letter-replanned-subject = The programme has changed for you: { $event }
letter-replanned-news = The programme of { $event } has changed, and it concerns something you have chosen. This is version { $version }.
letter-replanned-note = The organiser says:
letter-replanned-clashes = You cannot attend both of these:
letter-replanned-otherwise = If you do not choose, you keep what you chose first.
letter-replanned-choose = Choose which you want by { $deadline }
letter-replanned-gone = You can choose something else that has room.
letter-replanned-waiting = There is no place for you yet, so you are on the waiting list. We will write to you when there is one.
letter-replanned-manage = Change your choices or cancel your place here
letter-replanned-attached = Your sign-up still stands, and a new calendar file is attached.

letter-afterwards-subject = Thank you for joining: { $event }
letter-afterwards-news = Thank you for taking part in { $event }.
letter-afterwards-absent-subject = You may have missed { $event }
letter-afterwards-absent-news = You were signed up for { $event }, but we have not noted that you were there. If you were, please tell us.
letter-afterwards-material = Recording and slides are on your page
letter-afterwards-later = If there is a recording or slides, you will find them on your page
letter-afterwards-evaluation = Say what you thought, it takes a minute
letter-afterwards-anonymous = Answers are anonymous.
letter-material-subject = Now you can see: { $event }
letter-material = There is a recording, or there are slides, from { $event } that were not there when we last wrote.
letter-material-link = See it on your page
letter-follow-up-subject = Thank you for coming: { $event }
letter-follow-up-news = Thank you for taking part in { $event }.
letter-follow-up-absent-subject = Slides and recordings: { $event }
letter-follow-up-absent-news = You were signed up for { $event }, but we have not noted that you were there. If you were, please tell us.
letter-follow-up-programme = You will find slides and recordings in the programme
letter-follow-up-certificate = Your certificate of attendance (PDF)

letter-speaking-subject-new = You are in the programme: { $session }, { $event }
letter-speaking-subject-moved = Moved: { $session }, { $event }
letter-speaking-subject-changed = Changed: { $session }, { $event }
letter-speaking-subject-gone = Cancelled: { $session }, { $event }
letter-speaking-subject-event-cancelled = Event cancelled: { $session }, { $event }
letter-speaking-new = You are in the programme of { $event } with this:
letter-speaking-moved = This has another time or place at { $event }:
letter-speaking-changed = This has changed at { $event }:
letter-speaking-gone = You are no longer in the programme of { $event } with this:
letter-speaking-event-cancelled = { $event } is cancelled, and with it this:
letter-speaking-all = Everything you take part in:
letter-speaking-leads = you lead it
letter-speaking-link = Your page: look over your text and photo, and upload slides
letter-speaking-speaks = You are speaking at { $event }.
letter-speaking-moderates = You lead this at { $event }.

letter-proposal-subject-received = We have received your proposal: { $proposal }
letter-proposal-subject-accepted = Your proposal is accepted: { $proposal }
letter-proposal-subject-declined = About your proposal: { $proposal }
letter-proposal-received = Thank you for the proposal “{ $proposal }” for { $event }. We will read it and write to you when it is decided.
letter-proposal-accepted = Good news: we would like to have “{ $proposal }” at { $event }. We will write to you when time and place are settled.
letter-proposal-declined = Thank you for the proposal “{ $proposal }” for { $event }. Sadly we do not have room for it this time.
letter-proposal-note = From those who considered it:
letter-proposal-link = Here is your proposal

letter-cancellation-subject = Cancelled: { $event }
letter-cancellation-news = We are sorry to say that { $event }, planned for { $when }, is cancelled.
letter-cancellation-reason = The reason: { $reason }
letter-cancellation-nothing-to-do = You do not need to do anything about your sign-up.
letter-cancellation-calendar = A file that takes the event out of your calendar is attached.
letter-cancellation-travel = Please remember to cancel any travel and hotel you booked yourself.
letter-cancellation-thanks = Thank you for wanting to take part. We hope to see you another time.

letter-withdrawal-subject = Your place is cancelled: { $event }
letter-withdrawal-by-person = Your place at { $event } is cancelled. Thank you for telling us.
letter-withdrawal-by-delegation = Those who named you for { $event } have cancelled your place. Ask them if you wonder why.
letter-withdrawal-by-organiser = The organiser has cancelled your place at { $event }. Ask the organiser if you wonder why.
letter-withdrawal-offer-lapsed = The offer of a place at { $event } is no longer open, and the place goes to the next person on the list.
letter-withdrawal-handed-over = Someone else now has your place at { $event }. Thank you for telling us.
letter-withdrawal-calendar = A file that takes the event out of your calendar is attached.
letter-withdrawal-again = If you change your mind, you can sign up again

letter-repeated-subject-place = You are already signed up: { $event }
letter-repeated-subject-waiting = You are already on the waiting list: { $event }
letter-repeated-subject-undecided = You are already signed up: { $event }
letter-repeated-subject-offered = You have already been offered a place: { $event }
letter-repeated-place = Someone has signed this e-mail address up for { $event } once more. You are already signed up, so nothing has changed.
letter-repeated-waiting = Someone has signed this e-mail address up for { $event } once more. You are already on the waiting list, so nothing has changed.
letter-repeated-undecided = Somebody signed your address up for { $event } once more. You are signed up already, and the organiser has not decided yet.
letter-repeated-offered = Someone has signed this e-mail address up for { $event } once more. You have already been offered a place, so nothing has changed.
letter-repeated-manage = You will find your sign-up here

letter-link-subject = Your link to { $event }
letter-link-news = Here is your new link to your sign-up for { $event }. The old one no longer works.
letter-link-asked = Here is the link to your sign-up for { $event }. Someone asked for it with this e-mail address.
letter-link-attached = The attached calendar file puts the new link into your calendar.

letter-sign-in-subject = Sign in to Møteplass
letter-sign-in-news = You asked for a link to sign in as an organiser for { $organiser }.
letter-sign-in-link = Sign in
letter-sign-in-until = The link works once, until { $until }.
letter-sign-in-not-you = If you did not ask for it, there is nothing you need to do.
letter-invited-subject = You are invited as an organiser at { $organiser }
letter-invited-news = You have been given an account on Møteplass to organise together with { $organiser }.
letter-sign-in-changed-subject = How you sign in to Møteplass has changed
letter-sign-in-changed-passkey_made = A new passkey has been made for your account on Møteplass.
letter-sign-in-changed-passkey_removed = A passkey has been removed from your account on Møteplass.
letter-sign-in-changed-app_made = Sign-in in two steps has been turned on for your account on Møteplass, and recovery codes have been made.
letter-sign-in-changed-app_removed = Sign-in in two steps has been turned off for your account on Møteplass.
letter-sign-in-changed-codes_made = New recovery codes have been made for your account on Møteplass. The old ones no longer work.
letter-sign-in-changed-provider_linked = Your account on Møteplass has been linked to { $provider }. It is now possible to sign in to it from there.
letter-sign-in-changed-provider_removed = Your account on Møteplass has been unlinked from { $provider }. It is no longer possible to sign in to it from there.
letter-sign-in-changed-signed_out_everywhere = Your account on Møteplass has been signed out everywhere.
letter-sign-in-changed-reset = Those who run Møteplass for you have turned off your sign-in in two steps, removed your passkeys and signed you out everywhere.
letter-sign-in-changed-when = When:
letter-sign-in-changed-device = With:
letter-sign-in-changed-you = If it was you who asked for this, there is nothing you need to do.
letter-sign-in-changed-not-you = If it was not you, somebody else may have got in: Sign in, remove the ways to sign in that you do not recognise, and sign out everywhere. Also tell an owner at { $organiser } or those who run Møteplass for you. Do so at once if you cannot get in.
letter-sign-in-changed-link = See the ways in which you can sign in

# The page of planned and sent letters.
mail-letters-title = Letters: { $event }
mail-letters-lead = What we have sent and will send to the participants.
mail-letters-all = All letters
mail-letters-numbers = See sign-ups and calendar answers in numbers
mail-letters-none = There are no letters about this event yet.
mail-letters-counts = Number of letters
mail-letters-list = All letters
mail-letters-purpose = Letter
mail-letters-to = To
mail-letters-due = Time
mail-letters-fate = Status
mail-letters-planned = Planned
mail-letters-sent = Sent
mail-letters-trouble = With errors
mail-letters-skipped = Not sent
mail-letters-erased = Deleted
mail-letters-proposer = Whoever sent in a proposal
mail-letters-contact = The contact for the event
mail-send-now = Send the changes now
mail-send-now-hint = Letters about changes wait a little, so that several changes leave as one letter.
mail-pause = Hold letters back
mail-pause-hint = Reminders, letters about changes and tables, and thank-you letters wait until you let them go. Receipts, offers of a place and cancellations are sent all the same.
mail-resume = Let letters go
mail-resume-hint = What is still true is sent. What is too late is not.
mail-paused = Reminders and other letters to many have been held back since { $since }.
mail-stopped-many = Those who run the service are holding back reminders and other letters to many.
mail-stopped-all = Those who run the service are holding back all letters, receipts as well.
mail-sent-now = { $count ->
    [0] No letters about changes are waiting.
    [one] 1 letter about changes is being sent now.
   *[other] { $count } letters about changes are being sent now.
}
mail-send-again = Send again
mail-sent-again = The letter is being sent again.
mail-not-sent-again = This letter is not sent again. Its status in the list says why.

mail-purpose-sign_in = Sign-in
mail-purpose-sign_in_changed = Changed sign-in
mail-purpose-confirmation = Confirmation
mail-purpose-waiting_list = Waiting list
mail-purpose-received = Sign-up to be decided
mail-purpose-offer = Offer of a place
mail-purpose-place = Place from the waiting list
mail-purpose-withdrawal = Receipt of withdrawal
mail-purpose-repeated = Already signed up
mail-purpose-link = New link
mail-purpose-cancellation = Cancellation
mail-purpose-change = Change
mail-purpose-reminder = Reminder
mail-purpose-replanned = Changed programme
mail-purpose-follow_up = After the event
mail-purpose-material = A recording or slides that came later
mail-purpose-speaking = To a speaker
mail-purpose-proposal = About a proposal
mail-purpose-reply = Answer from a calendar
mail-purpose-forward = Passed on to the contact

mail-state-pending = Waiting
mail-state-paused = Held back
mail-state-leased = Being sent
mail-state-dot_written = Being sent
mail-state-sent = Sent
mail-state-deferred = The recipient's server asked us to try later
mail-state-failed = Not delivered
mail-state-uncertain = Not certain that it arrived
mail-state-withdrawn = Not sent

mail-skip-too-late = The time for it had already passed
mail-skip-withdrawn = The person has cancelled
mail-skip-event-cancelled = The event is cancelled
mail-skip-no-place = The person has no place any more
mail-skip-superseded = A newer letter says more
mail-skip-stopped = The person wants no reminders
mail-skip-over = The event has begun or is over
mail-skip-nothing-changed = The change was taken back
mail-skip-rule-removed = The reminder was removed
mail-skip-moved = The event was moved
mail-skip-expired = The link is no longer valid
mail-skip-erased = The data are deleted
mail-skip-no-attendance = Nobody is noted as having been there
mail-skip-unreachable = E-mail to the address comes back

# Stopping reminders.
mail-stop-title = Reminders
mail-stop-question = Would you like no more reminders about { $event }?
mail-stop-hint = You will not get messages that are not necessary either. You will still get letters about changes and cancellation.
mail-stop-button = Send no more reminders
mail-stopped-title = You will get no more reminders
mail-stopped-text = We will send you no more reminders about { $event }. You are still signed up.

# The postbox of a trial installation.
mail-postbox-title = Postbox
mail-postbox-lead = Here are the letters that would otherwise have gone out as e-mail.
mail-postbox-none = No letters have been sent yet. Sign up for something, and the first will come.
mail-postbox-from = From
mail-postbox-to = To
mail-postbox-reply-to = Reply to
mail-postbox-subject = Subject
mail-postbox-date = Date
mail-postbox-html = As it looks
mail-postbox-text = As plain text
mail-postbox-calendar = In the calendar
mail-postbox-headers = All fields
mail-postbox-download = Download as .eml
mail-postbox-back = Back to the postbox
mail-postbox-invitation = Invitation
mail-postbox-cancellation = Cancellation
mail-postbox-version = version { $sequence }

# Delegations and whom they name
letter-delegation-subject-invited = Invitation: Who will come from { $member } to { $event }?
letter-delegation-subject-reminded = Reminder: Who will come from { $member } to { $event }?
letter-delegation-subject-deputy = You can name participants from { $member } for { $event }
letter-delegation-invited = { $member } is invited to { $event }.
letter-delegation-reminded = We are still missing names from { $member } for { $event }.
letter-delegation-deputy = Somebody at { $member } has asked that you can name participants for { $event } too.
letter-delegation-seats = { $seats ->
    [one] We keep 1 place for you. { $named } named so far.
   *[other] We keep { $seats } places for you. { $named } named so far.
}
letter-delegation-before = Name those who will take part by { $when }.
letter-delegation-link = Name participants here
letter-delegation-how = You can name some people now and the others later, replace people, ask for more places, or say that you cannot come. Each participant gets a letter of their own from us.

letter-invitation-subject = Invitation: { $event }
letter-invitation-subject-again = Reminder of your invitation: { $event }
letter-invitation-news = We would like you to join us at { $event }.
letter-invitation-again = We have invited you to { $event }, and have not heard from you yet. You are still welcome.
letter-invitation-sign-up = Sign up here
letter-invitation-before = Answer by { $when }.
letter-invitation-decline = If you cannot come, tell us here
letter-invitation-read = Read more about the event
letter-invitation-why = You get this because { $organiser } has listed you as invited. If you do not answer, we remind you once, and never again.
letter-invitation-privacy = How we handle personal data
letter-named-subject = { $event }: Is it right that you will come?
letter-named = { $member } has named you for { $event }.
letter-named-answer = See whether everything is right, and answer our questions. If you cannot come, cancel your place there.
letter-named-link = Your page
letter-named-private = Only the organiser sees your answers. { $member } sees only whether you have answered.
mail-purpose-delegation = To delegations
mail-purpose-invitation = Personal invitation
mail-purpose-named = To those whom delegations have named

letter-followed-subject = You are signed up for the whole series: { $series }
letter-followed-again-subject = You are already signed up for the series: { $series }
letter-followed = We are glad you are joining us. You are signed up for the whole series { $series } from now on.
letter-followed-again = Somebody tried to sign you up for the series { $series } once more. You are in it already, so nothing has changed.
letter-followed-how = For each date you get a letter of its own with a calendar invitation, and for new dates as they come. If a date does not suit you, you say “not this time” in that letter.
letter-followed-link = See all dates, or leave the series
letter-series = This date is one of the series { $series }, which you are signed up for as a whole.
letter-series-skip = Not this time
letter-series-all = All dates, and the way out of the series
mail-purpose-followed = Signed up for a series
letter-turned-away-subject = Full: { $event }
letter-turned-away = { $event } belongs to the series { $series }, which you are signed up for. This date is full and has no waiting list, so you do not have a place.
letter-turned-away-first = If a place is freed, it goes to whoever signs up first. We will not write to you about it.
letter-turned-away-look = See if there is a place, and sign up
letter-turned-away-rest = You are still signed up for the rest of the series.
mail-purpose-turned_away = No place on a date of the series

letter-placed-subject-tables = { $plan }: You sit at table { $table }
letter-placed-subject-groups = { $plan }: You are in group { $table }
letter-placed-subject-none = { $plan }: The plan has changed
letter-placed-tables = { $plan }: You sit at table { $table }.
letter-placed-groups = { $plan }: You are in group { $table }.
letter-placed-before-tables = We said table { $table } before. That no longer holds.
letter-placed-before-groups = We said group { $table } before. That no longer holds.
letter-placed-none-tables = { $plan }: You no longer have a table of your own. Your sign-up is as before.
letter-placed-none-groups = { $plan }: You are no longer in a group. Your sign-up is as before.
letter-placed-event = This is about { $event }.
mail-purpose-placed = Where people sit

# The plan for reminders.
letter-reminder-programme-subject = The programme is ready: { $event }
letter-reminder-programme = The programme of { $event } is ready. We look forward to seeing you.
letter-reminder-deadline-subject = The deadline is close: { $event }
letter-reminder-deadline = You can change your sign-up or cancel your place until { $deadline }.
letter-reminder-answer-subject = Are you coming? { $event }
letter-reminder-answer = We have not had a yes from your calendar. If you are coming, you can accept the invitation there. If you cannot come, please cancel your place, so that someone else can have it.
letter-reminder-questions-subject = We are missing your answers: { $event }
letter-reminder-questions = We have not had answers to our questions yet. Please answer on your page, so that we can plan well.
letter-follow-up-event = The page of the event
mail-plan-title = Reminders: { $of }
mail-plan-link = Reminders
mail-plan-letters = Letters
mail-plan-overview = All events
mail-plan-of-organisation = The organisation’s plan
mail-plan-kind-conference = Conferences
mail-plan-kind-webinar = Webinars
mail-plan-kind-gathering = Gatherings
mail-plan-organisation-lead-conference = This plan is for all your conferences that have no plan of their own and whose file does not mention reminders.
mail-plan-organisation-lead-webinar = This plan is for all your webinars that have no plan of their own and whose file does not mention reminders.
mail-plan-organisation-lead-gathering = This plan is for all your gatherings that have no plan of their own and whose file does not mention reminders.
mail-plan-source-event = This event has a plan of its own.
mail-plan-source-file = The plan comes from the event’s file. If you change something here, the event gets a plan of its own.
mail-plan-source-organisation = This is the organisation’s plan.
mail-plan-source-usual = This is the usual plan. If you change something here, it becomes a plan of its own.
mail-plan-over = No more reminders are sent about this event.
mail-plan-rules = When reminders are sent
mail-plan-none = No reminders are sent.
mail-plan-when = When
mail-plan-to = To
mail-plan-next = Time
mail-plan-so-far = So far
mail-plan-edit = Change
mail-plan-change = Change
mail-plan-remove = Remove
mail-plan-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
mail-plan-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
mail-plan-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
mail-plan-working_days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
mail-plan-from-start = { $span } before the start
mail-plan-from-deadline = { $span } before the last time to sign off
mail-plan-from-end = { $span } after the end
mail-plan-from-release = { $span } after the programme is released
mail-plan-any-hour = Also at night
mail-plan-audience-everybody = Everyone who has a place
mail-plan-audience-unconfirmed = Those who have not said yes in their calendar
mail-plan-audience-unanswered = Those whom a delegation has signed up and who have not answered the questions
mail-plan-audience-came = Those who were there
mail-plan-audience-missed = Those who did not come
mail-plan-people = { $count ->
    [0] To nobody as things are now
    [one] To 1 person as things are now
   *[other] To { $count } people as things are now
}
mail-plan-not-past = The time has passed
mail-plan-not-never = Never sent: it is too late
mail-plan-not-unreleased = The programme is not released yet
mail-plan-nothing-yet = Nothing yet
mail-plan-sent = Sent: { $count }
mail-plan-trouble = With problems: { $count }
mail-plan-skipped = Not sent: { $count }.
mail-plan-afterwards = The letter after the webinar is sent { $when }. That is said in the webinar’s file.
mail-plan-afterwards-webinar = When the letter after a webinar is sent is said in the file of each webinar.
mail-plan-delegations = Delegations that lack names are reminded from the page of the gathering.
mail-plan-add-heading = Add a reminder
mail-plan-change-heading = Change a reminder
mail-plan-count = How long
mail-plan-unit = Unit
mail-plan-unit-minutes = Minutes
mail-plan-unit-hours = Hours
mail-plan-unit-days = Days
mail-plan-unit-working_days = Working days
mail-plan-anchor = Counted from
mail-plan-anchor-start = Before the start
mail-plan-anchor-deadline = Before the last time to sign off
mail-plan-anchor-end = After the end
mail-plan-anchor-release = After the programme is released
mail-plan-clock = Time of day
mail-plan-clock-hint = Only for days. Write it like this: 09:00. Otherwise the letter is sent at the same time of day as it is counted from.
mail-plan-any-hour-label = Send at night too
mail-plan-any-hour-hint = Otherwise nothing is sent between 9 p.m. and 7 a.m.
mail-plan-save = Save
mail-plan-cancel = Cancel
mail-plan-back-heading = No plan of its own
mail-plan-back = Use the organisation’s plan
mail-plan-back-hint = Then what the file says counts, or the organisation’s plan.
mail-plan-back-usual = Use the usual plan
mail-plan-back-hint-usual = Then the usual plan counts for all events of this kind.
mail-plan-done-saved = The plan is saved.
mail-plan-done-removed = The reminder is removed.
mail-plan-done-back = The plan of its own is removed.
mail-plan-wrong-anchor = Choose what the time is counted from
mail-plan-wrong-count = Write a whole number greater than zero
mail-plan-wrong-unit = Choose minutes, hours, days or working days
mail-plan-wrong-clock = Write the time of day like this: 09:00
mail-plan-wrong-clock-hours = A time of day only goes with days and working days
mail-plan-wrong-audience = Choose people who can be known then: “were there” and “did not come” after the end, “have not said yes” before it
mail-plan-wrong-distance = That is too long: at most 90 days before, and 13 days after the end
mail-plan-wrong-there = There is such a reminder already
mail-plan-wrong-twice = Then someone would get two letters afterwards. Change or remove the other one first
mail-plan-wrong-too-many = A plan can have at most 10 reminders
mail-skip-confirmed = The person has said yes
mail-skip-answered = The person has answered the questions
mail-skip-absent = The person was not there
mail-skip-was-there = The person was there

# Messages that organisers write to some of those who are signed up.
letter-notice-stop = Send me no more messages like this one about it
letter-own-nameless = participant
letter-trial-subject = Test: { $subject }
letter-trial-name = Kari Nordmann

mail-purpose-notice = Message from the organiser
mail-purpose-trial = Test letter
mail-skip-not-chosen = The person is no longer one of those the message is for
mail-skip-stopped-by-organiser = The organiser stopped the message
mail-letters-organiser = The organiser who asked for it

mail-notices-link = Messages
mail-notices-title = Messages: { $event }
mail-notices-lead = Write to all or some of those who are signed up. The message stays in the outbox until you release it, and each person gets it once.
mail-notices-new = Write a message
mail-notices-list = Messages
mail-notices-none = No message has been written yet.
mail-notices-all = All messages
mail-notice-untitled = Without a subject
mail-notice-subject = Subject
mail-notice-subject-hint = Say briefly what the message is about.
mail-notice-text = Text
mail-notice-text-hint = The letter begins with a greeting and ends with the link to the sign-up and the name of the organisation. Separate paragraphs by an empty line. Addresses that begin with https:// become links.
mail-notice-change-title = Change the message
mail-notice-form-lead = Nothing is sent before you release the message. Write it in all the languages that the event has.
mail-notice-stale = Somebody changed the message { $when }, after you opened it. What you have written is not saved.
mail-notice-stale-see = See the message as it is now
mail-own-placeholders = Fields that are filled in for each person
mail-own-placeholder-name = the first name
mail-own-placeholder-event = the name of the event
mail-own-placeholder-when = date and time
mail-own-placeholder-place = the place, or that it is an online meeting
mail-own-placeholder-link = the link to the sign-up, for that person only. Not in the subject.
mail-own-placeholder-organiser = the organisation that arranges it
mail-own-wrong-unknown = { $word } does not exist. Use the fields in the list, as they are written there
mail-own-wrong-brace = Curly brackets can only stand around the fields in the list
mail-own-wrong-long = The text is too long: at most { $most } characters
mail-notice-standing = Who
mail-notice-standing-admitted = Those who have a place
mail-notice-standing-waiting = Those on the waiting list
mail-notice-standing-offered = Those who have been offered a place
mail-notice-standing-undecided = Those who wait for your decision
mail-notice-form = Form of attendance
mail-notice-any-form = Everybody
mail-notice-form-in_person = Those who attend in person
mail-notice-form-online = Those who attend online
mail-notice-session = Session
mail-notice-any-session = Everybody, whatever the session
mail-notice-in-session = Those who have a place at { $session }
mail-notice-presence = Attendance
mail-notice-any-presence = Everybody, whether they came or not
mail-notice-silence = Answers
mail-notice-any-silence = Everybody, whether they have answered or not
mail-notice-necessary = The message is necessary for those who are signed up
mail-notice-necessary-hint = Tick this when people have to know it to take part. Then the message also goes to those who want no reminders, and nobody can say no to it.
mail-notice-save = Put in the outbox
mail-notice-wrong-nobody = Choose who is to get the message
mail-notice-state-held = In the outbox
mail-notice-state-scheduled = Goes by itself
mail-notice-state-released = Released
mail-notice-state-stopped = Stopped
mail-notice-done-saved = The message is in the outbox. Nobody gets it before you release it.
mail-notice-done-tried = The test letter is on its way to you.
mail-notice-done-released = The message is released.
mail-notice-done-scheduled = The message goes by itself at that time. You can change it or take it back until then.
mail-notice-done-held = The message waits in the outbox.
mail-notice-done-otherwise = Somebody has changed or released the message meanwhile. Nothing was done now.
mail-notice-done-lacking = The message cannot be sent yet. See what is missing.
mail-notice-done-deleted = The message is deleted.
mail-notice-done-stopped = The message is stopped. Those who did not have it do not get it.
mail-notice-done-gone = Everybody has the message already, so there was nothing to stop.
mail-notice-people = Would go to
mail-notice-stops = Can the receiver say no?
mail-notice-stops-yes = Yes, with one click
mail-notice-stops-no = No, the message is necessary
mail-notice-hours = Time of day
mail-notice-became = What has become of the message
mail-notice-chosen = Were to get it
mail-notice-log = See the letter to each person
mail-notice-lacks = Before the message can be sent
mail-notice-lacks-subject = The subject is missing
mail-notice-lacks-text = The text is missing
mail-notice-lacks-cancelled = The event is cancelled, and no messages can be sent.
mail-notice-looks = What the letter will look like
mail-notice-looks-hint = Shown for a made-up person. The number in brackets is how many get the letter in that language.
mail-notice-change = Change
mail-notice-try = Send a test letter to me
mail-notice-release-heading = Release the message
mail-notice-goes-at = The message goes { $when }.
mail-notice-hold = Hold it after all
mail-notice-release-hint = { $count ->
    [0] Nobody belongs to the selection just now.
    [one] One person gets the message. Those who sign up afterwards do not.
   *[other] { $count } people get the message. Those who sign up afterwards do not.
}
mail-notice-waits = It is late, so the letters wait until { $when }.
mail-notice-release = Release now
mail-notice-day = Or release it by itself on this day
mail-notice-clock-hint = Write it like this: 09:00. Who gets the message is decided then.
mail-notice-schedule = Release at that time
mail-notice-delete-heading = Take the message back
mail-notice-delete = Delete the message
mail-notice-stop-heading = Stop the message
mail-notice-stop-hint = { $count ->
    [one] { $count } person does not have the message yet.
   *[other] { $count } people do not have the message yet.
}
mail-notice-stop = Stop the message …
mail-notice-stop-title = Do you want to stop the message?
mail-notice-stop-then = { $count ->
    [one] { $count } person does not have the message yet, and will not get it if you stop it. Those who have it are not told. It cannot be undone, but you can write a new message.
   *[other] { $count } people do not have the message yet, and will not get it if you stop it. Those who have it are not told. It cannot be undone, but you can write a new message.
}
mail-notice-stop-now = Stop now
mail-notice-stop-back = No, let it go
mail-notice-untimely-day = Write a date that exists
mail-notice-untimely-clock = Write the time like this: 09:00
mail-notice-untimely-past = Choose a time that has not passed
mail-notice-untimely-far = Choose a time within a year

# What organisers say in the letters about an event, besides the usual words.
mail-wording-link = Wording
mail-wording-title = Wording of the letters: { $event }
mail-wording-lead = Give the letters a subject and a text of your own here. What the letters have to say stays there.
mail-wording-letters = Letters you can write in
mail-wording-words = Wording
mail-wording-own = With words of your own
mail-wording-usual = The usual one
mail-wording-letter-confirmation = Confirmation
mail-wording-letter-invitation = The personal invitation
mail-wording-letter-received = The sign-up has arrived, and is to be decided
mail-wording-letter-waiting_list = Waiting list
mail-wording-letter-offer = Offer of a place
mail-wording-letter-place = Place from the waiting list
mail-wording-letter-reminder = Reminder that it begins soon
mail-wording-letter-follow_up = Afterwards, to those who were there
mail-wording-letter-missed = Afterwards, to those who did not come
mail-wording-letter-withdrawal = Signing off
mail-wording-all = All the letters
mail-wording-form-lead = Leave the fields empty where the usual words are good enough.
mail-wording-subject-hint = Takes the place of the usual subject.
mail-wording-text = Text of your own
mail-wording-text-hint = Comes early in the letter, after its news. Separate paragraphs by an empty line. Addresses that begin with https:// become links.
mail-wording-looks-hint = Shown for a made-up person, with what is saved.
mail-wording-back = Back to the usual wording
mail-wording-stale = Somebody has changed this after you opened the page. What you have written is not saved.
mail-wording-stale-see = See it as it is now
mail-wording-done-saved = The wording is saved, and counts for letters that are sent from now on.
mail-wording-done-back = The letter has the usual wording again.
mail-wording-done-tried = The test letter is on its way to you.
mail-wording-done-otherwise = The test letter was not sent. Load the page anew and try again.
mail-wording-wrong-missing = Write it in this language too, or leave it empty in all of them

# Finding letters.
mail-log-of-notice = The letters of the message “{ $subject }”.
mail-log-of-person = The letters to { $name }.
mail-log-person = See the sign-up of { $name }
mail-log-everything = See all letters
mail-log-any-purpose = All kinds of letters
mail-log-any-stage = All
mail-log-show = Show
mail-log-found = { $count ->
    [0] No letters fit.
    [one] One letter.
   *[other] { $count } letters.
}
mail-log-page = page { $page } of { $pages }
mail-log-pages = Pages
mail-log-before = Previous page
mail-log-next = Next page

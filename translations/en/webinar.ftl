# Pages about webinars: the public page, the way into the meeting, and the organiser's page.

# The public page
webinar-when = When
webinar-where = Where
webinar-online = Online
webinar-both = { $venue }, and online
webinar-price = Price
webinar-organisers = { $count ->
    [one] Organiser
   *[other] Organisers
}
webinar-deadline = Sign-up deadline
webinar-about = About the webinar
webinar-choices = When you sign up, you can also choose
webinar-series = More webinars in the series
webinar-questions = Questions?
webinar-ask = Ask { $name }:

webinar-sign-up = Sign me up
webinar-wait = Put me on the waiting list
webinar-places-left = { $count ->
    [one] 1 place left
   *[other] { $count } places left
}
webinar-full = The webinar is full.
webinar-full-with-list = { $waiting ->
    [0] The webinar is full, but you can join the waiting list.
    [one] The webinar is full, but you can join the waiting list. There is 1 person on it now.
   *[other] The webinar is full, but you can join the waiting list. There are { $waiting } people on it now.
}
webinar-early = Sign-up opens { $when }.
webinar-closed = Sign-up is closed. Ask the organiser if there is room.
webinar-now = The webinar has started, and sign-up is closed. If you are signed up, your link is in the e-mail from us.
webinar-over = The webinar is over.
webinar-cancelled = The webinar is cancelled.
webinar-link-comes = When you have signed up, you get your own link to the meeting by e-mail and in your calendar.
webinar-calendar = Add to calendar
webinar-calendar-hint = The meeting link comes to your calendar when you sign up.

# The way in
webinar-join-title = Join { $title }
webinar-join = Join now
webinar-join-text = The meeting room is open. Press the button to go straight in.
webinar-join-personal = The link is for you only. Please do not share it: others can sign up themselves.
webinar-door-early = The meeting room is not open yet
webinar-door-early-text = You can join from { $when }. Come back here then.
webinar-door-again = Try again
webinar-door-over = The webinar is over
webinar-door-over-text = Thank you for wanting to take part. We hope to see you another time.
webinar-door-waiting = You are on the waiting list
webinar-door-waiting-text = You do not have a place yet. We will write to you as soon as there is a place for you.
webinar-door-withdrawn = Your place is cancelled
webinar-door-withdrawn-text = That is why the link no longer works. If you want to take part after all, you can sign up again.
webinar-door-cancelled-text = You do not need to do anything about your sign-up.
webinar-door-unknown = The link does not work
webinar-door-unknown-text = It may be wrong, or it has been replaced. Use the link in the latest e-mail you got about the webinar.
webinar-to-page = To the webinar page

# For the organiser
webinar-organiser-back = To the overview
webinar-organiser-public = Public page
webinar-organiser-sign-ups = Sign-ups
webinar-organiser-letters = Letters
webinar-organiser-numbers = Numbers
webinar-organiser-admitted = Have a place
webinar-organiser-waiting = On the waiting list
webinar-organiser-places-left = Places left
webinar-organiser-unlimited = Not limited
webinar-organiser-joined = Have joined
webinar-organiser-doors = Meeting room
webinar-organiser-doors-text = Participants can join from { $from } until { $until }.
webinar-organiser-revision = Revision
webinar-meeting-heading = Meeting address
webinar-meeting-hint = The address from whoever provides the meeting room. It is in no e-mail and no calendar, so you can change it at any time without anybody needing a new letter.
webinar-meeting-label = Address of the meeting room
webinar-meeting-save = Save the meeting address
webinar-meeting-saved = The meeting address is saved. The links that participants have lead there now.
webinar-meeting-wrong = The meeting address must be a whole address that begins with https://

# Conferences: programme, sessions, speakers.

# The public pages
conference-public-pages = Pages about the conference
conference-public-to-event = About
conference-public-to-programme = Programme
conference-public-to-now = Now and next
conference-public-to-changes = Changes
conference-public-back-to-event = To the conference page
conference-public-back-to-programme = To the programme
conference-public-when = When
conference-public-where = Where
conference-public-online = Online
conference-public-both = { $venue }, and online
conference-public-streamed = also online
conference-public-price = Price
conference-public-organisers = { $count ->
    [one] Organiser
   *[other] Organisers
}
conference-public-deadline = Sign-up deadline
conference-public-about = About the conference
conference-public-about-session = About this session
conference-public-forms = Ways of taking part
conference-public-programme = Programme
conference-public-programme-of = Programme for { $title }
conference-public-whole-programme = See the whole programme
conference-public-no-programme = The programme is not ready yet. It will appear here.
conference-public-version = Version { $number } of the programme came on { $date }.
conference-public-speakers = Speakers
conference-public-taking-part = Who takes part
conference-public-takes-part-in = Takes part in
conference-public-moderates = moderator
conference-public-questions = Questions?
conference-public-ask = Ask { $name }:
conference-public-editions = Other years
conference-public-sign-up = Sign me up
conference-public-wait = Put me on the waiting list
conference-public-places-left = { $count ->
    [one] 1 place left
   *[other] { $count } places left
}
conference-public-full-short = Full
conference-public-full-with-list-short = Full, waiting list
conference-public-full-with-list = { $waiting ->
    [0] Full. You can join the waiting list.
    [one] Full. You can join the waiting list, where 1 is waiting now.
   *[other] Full. You can join the waiting list, where { $waiting } are waiting now.
}
conference-public-conference-full = The conference is full.
conference-public-conference-full-with-list = { $waiting ->
    [0] The conference is full, but you can join the waiting list.
    [one] The conference is full, but you can join the waiting list, where 1 is waiting now.
   *[other] The conference is full, but you can join the waiting list, where { $waiting } are waiting now.
}
conference-public-early = Sign-up opens { $when }.
conference-public-closed = Sign-up is closed. Ask the organiser if there is room.
conference-public-going-on = The conference is going on, and sign-up is closed.
conference-public-over = The conference is over.
conference-public-cancelled = The conference is cancelled.
conference-public-cancelled-short = Cancelled
conference-public-today = The conference is on today.
conference-public-see-now = See what is on now
conference-public-chooses = When signing up you also choose among sessions with a limited number of places.
conference-public-chosen = Needs sign-up
conference-public-chosen-text = You choose this session when you sign up for the conference. If you are signed up already, you can choose it on the page with your sign-up.
conference-public-given-several = This session is given { $count } times. Choose the one that suits you best.
conference-public-calendar = Add to calendar
conference-public-calendar-whole = The whole programme for your calendar
conference-public-calendar-hint = Your own link to the stream is in your calendar once you are signed up to take part online.
conference-public-views = Show the programme
conference-public-by-day = By day
conference-public-by-track = By track
conference-public-by-room = By room
conference-public-no-track = Outside the tracks
conference-public-on-this-page = On this page
conference-public-search-label = Search the programme
conference-public-search = Search
conference-public-found = { $count ->
    [one] 1 match for “{ $asked }”
   *[other] { $count } matches for “{ $asked }”
}
conference-public-found-nothing = We found nothing. Try fewer or other words.
conference-public-found-more = These are the first { $shown }. Add words to find fewer.
conference-public-kind-plenary = For everybody
conference-public-kind-parallel = Parallel session
conference-public-kind-workshop = Workshop
conference-public-kind-site-visit = Site visit
conference-public-kind-break = Break
conference-public-kind-social = Social
conference-public-access = Accessibility
conference-public-access-hearing-loop = Hearing loop
conference-public-access-sign-language = Sign language interpreter
conference-public-access-captions = Live captions
conference-public-access-step-free = Step-free access
conference-public-now-title = Now and next
conference-public-now = Now
conference-public-next = Next
conference-public-nothing-now = There is nothing on right now.
conference-public-not-begun = The conference has not begun yet.
conference-public-last = This is the last item on the programme. Thank you for coming!
conference-public-again = Show again
conference-public-changes-title = Changes to the programme
conference-public-version-number = Version { $number }
conference-public-first-version = The programme was published for the first time.
conference-public-no-changes = No sessions have changed.
conference-public-older-versions = Older versions
conference-public-change-removed = Removed
conference-public-change-moved = Moved
conference-public-change-added = New
conference-public-change-edited = Changed
conference-public-slot-now = Now:
conference-public-slot-before = Before:

# The way into the stream
conference-public-join-title = Join { $title }
conference-public-join = Join
conference-public-join-text = The stream is open. Press the button to go straight in.
conference-public-join-personal = The link is for you only. Do not share it: others can sign up themselves.
conference-public-door-early = The stream is not open yet
conference-public-door-early-text = You can join from { $when }. Come back here then.
conference-public-door-again = Try again
conference-public-door-over = The conference is over
conference-public-door-over-text = Thank you for wanting to take part. We hope to see you another time.
conference-public-door-waiting = You are on the waiting list
conference-public-door-waiting-text = You do not have a place yet. We will write to you as soon as there is one for you.
conference-public-door-withdrawn = Your place is cancelled
conference-public-door-withdrawn-text = So the link is no longer valid. If you want to take part after all, you can sign up again.
conference-public-door-in-person = You are signed up to be there in person
conference-public-door-in-person-text = If you would rather take part online, you can switch on the page with your sign-up as long as there is room. The link is in the e-mail you got.
conference-public-door-offline = The conference is not streamed
conference-public-door-offline-text = Ask the organiser if you expected to take part online.
conference-public-door-cancelled-text = You need not do anything about your sign-up.
conference-public-door-unknown = The link does not work
conference-public-door-unknown-text = It may be wrong, or it has been replaced. Use the link in the latest e-mail you got about the conference.

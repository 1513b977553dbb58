# The front page, the feeds, privacy, and organisers' sign-in and overview.
portal-front-title = What is coming
portal-front-intro = Here are the conferences, webinars and gatherings to come. Choose an event to read more and sign up.
portal-filter-title = Find events
portal-filter-kind = What kind
portal-filter-all = All kinds
portal-filter-search = Search in titles and summaries
portal-filter-button = Search
portal-filter-clear = Show everything that is coming
portal-kinds-conference = Conferences
portal-kinds-webinar = Webinars
portal-kinds-gathering = Gatherings
portal-kind-conference = Conference
portal-kind-webinar = Webinar
portal-kind-gathering = Gathering
portal-count = { $count ->
    [one] One event is coming
   *[other] { $count } events are coming
}
portal-found = { $count ->
    [one] One event fits
   *[other] { $count } events fit
}
portal-none-coming = No events are planned at the moment. Subscribe to the calendar to see when something new comes.
portal-none-found = We found no coming events that fit. Try fewer words, or see everything that is coming.
portal-when = When
portal-where = Where
portal-organiser = Organiser
portal-sign-up = Sign-up
portal-online = Online
portal-in-person = In person
portal-both = In person and online
portal-cancelled = Cancelled
portal-closed = Sign-up is closed
portal-opens = Sign-up opens { $when }
portal-full = Full
portal-waiting-list = Full. You can join the waiting list.
portal-places-left = { $left ->
    [one] 1 place left
   *[other] { $left } places left
}
portal-open = Sign-up is open
portal-subscribe-title = Keep up
portal-subscribe-calendar = Subscribe to the calendar
portal-subscribe-feed = Subscribe to the news feed (Atom)
portal-subscribe-text = Copy the address into your calendar program, and new events arrive there by themselves.
portal-organisers-link = For organisers: log in
portal-calendar-name = Møteplass
portal-feed-title = Møteplass: what is coming
portal-programme-out = The programme of { $event } is out
portal-programme-changed = The programme of { $event } has changed (version { $version })

portal-privacy-title = Privacy
portal-privacy-intro = Møteplass keeps what is needed for you to take part, and no more. The organiser decides what you are asked and is the controller of your data.
portal-privacy-sign-up-title = When you sign up
portal-privacy-sign-up = We keep your name, your e-mail address, the language you choose, your answers and whether you took part. They are used to hold a place for you and to send you a confirmation, reminders and changes. Each question says why the organiser asks it.
portal-privacy-keep-title = For how long
portal-privacy-keep = Each question has a time of deletion of its own. Answers about food and access needs have a short one. Each organiser sets a limit for everything else, and it is never longer than two years after the event.
portal-privacy-who-title = Who sees it
portal-privacy-who = Those at the organiser’s whose role gives them access, and those named on the page of the event. We use no services of others on our pages. The only thing that leaves is e-mail to you.
portal-privacy-public = If the organiser is a public body, others can ask to see the participant list. The organiser then decides what can be shown.
portal-privacy-rights-title = What you can do
portal-privacy-rights = In the e-mail from us there is a personal link. It shows everything that is kept about you, and you can correct it, download it, cancel your place and delete everything.
portal-privacy-complaint = If you are not satisfied with the answer, you can complain to the data protection authority, in Norway Datatilsynet.
portal-privacy-organisers-title = When you are an organiser
portal-privacy-organisers = We keep your e-mail address, your language, your roles and when you logged in. You stay logged in for { $days } days, and that is deleted { $kept } days later. The account stays until the organisation removes it.
portal-privacy-cookies-title = Cookies
portal-privacy-cookies = We only use cookies that the pages cannot work without. That is why there is nothing to accept. They remember the language you chose, protect forms against misuse and keep organisers logged in. None of them follows you to other sites.
portal-privacy-logs-title = Logs
portal-privacy-logs = Our logs contain no names, addresses or answers.
portal-privacy-notices-title = The organisers’ privacy notices
portal-privacy-notice = Privacy notice of { $organisation }

portal-accessibility-title = Accessibility
portal-accessibility-intro = Everybody should be able to use the pages. Each organiser has an accessibility statement of its own, which says how to tell them when something does not work.
portal-accessibility-statement = Accessibility statement of { $organisation }
portal-no-organisations = No organisations have been entered yet.

portal-sign-in-title = Log in as an organiser
portal-sign-in-intro = Enter your e-mail address, and we send you a link that logs you in. You need no password.
portal-sign-in-participant = Are you a participant? Then you need not log in. Use the link in the e-mail you got when you signed up.
portal-sign-in-email = E-mail
portal-sign-in-button = Send me the link
portal-sign-in-email-wrong = The e-mail address must contain @, for example kari@council.org
portal-sign-in-error-heading = To log in, please fix this:
portal-signed-out = You are logged out.
portal-signed-out-everywhere = You are logged out everywhere. In other browsers it may take up to { $minutes } minutes.

portal-sent-title = Look in your e-mail
portal-sent-text = If the address has an account here, we have sent a link to it. It works once, for { $minutes } minutes.
portal-sent-nothing = Nothing arrived? Look in the spam folder, and check that you wrote the right address. We send at most { $count } links an hour to the same address. Otherwise ask whoever manages the accounts in your organisation.
portal-sent-again = Enter the address again
portal-sent-mailbox = See the letters in the mailbox

portal-enter-title = Log in
portal-enter-text = Press the button to log in in this browser.
portal-enter-button = Log in
portal-spent-title = The link no longer works
portal-spent-text = A link works only once, and only for a while. Get a new one by e-mail.
portal-spent-again = Get a new link

portal-overview-title = Your events
portal-overview-roles = Your roles
portal-overview-role = { $organisation }: { $role }
portal-overview-no-roles = Your account has no role now. Ask whoever manages the accounts in your organisation.
portal-overview-none = Your organisations have no events yet.
portal-overview-coming = What is coming
portal-overview-past = What has been
portal-overview-event = Event
portal-overview-when = When
portal-overview-state = State
portal-overview-taken = Places taken
portal-overview-taken-of = { $taken } of { $capacity }
portal-overview-waiting = On the waiting list
portal-overview-links = Go to
portal-overview-unknown = –
portal-overview-over = Over
portal-overview-co-organised = You are a co-organiser and see numbers, not names.
portal-overview-registrations = Sign-ups
portal-overview-letters = Letters
portal-overview-conference = Planning
portal-overview-gathering = Who is missing?
portal-overview-webinar = Attendance and links
portal-overview-of = { $what } for { $event }
portal-overview-sign-out = Log out
portal-overview-sign-out-everywhere = Log out everywhere
portal-role-owner = owner
portal-role-editor = editor
portal-role-reader = sees the participant list
portal-role-numbers = sees numbers only

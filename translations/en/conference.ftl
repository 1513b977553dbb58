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
conference-public-municipality = Host municipality
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
conference-public-call = Do you have something to tell?
conference-public-call-send = Send in a proposal
conference-public-call-read = See what we are looking for
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

# Call for contributions
conference-call-page = Propose a session for { $title }
conference-call-early = You can send in proposals from { $when }.
conference-call-open = You can send in proposals until { $when }.
conference-call-over = The time for sending in proposals is over.
conference-call-received = We have received your proposal
conference-call-received-text = Thank you! We have sent you an e-mail with the link for changing or withdrawing your proposal.
conference-call-trapped = A field that should be empty was filled in. Look over the form and send it once more.
conference-call-not-genuine = We could not tell whether the form came from our page. What you wrote is still here. Send it once more.
conference-call-sent-before = You have sent in this form already, with another text. To change your proposal, use the link in the e-mail. If you send it once more, it becomes a new proposal.
conference-call-closed-meanwhile = We do not take any more proposals or changes now. What you wrote has not been kept.
conference-call-about-proposal = About the proposal
conference-call-title = Title
conference-call-summary = What is it about?
conference-call-summary-hint = Tell what people will learn or do. If the proposal is accepted, we use the text in the programme.
conference-call-kind = Kind of session
conference-call-track = Track
conference-call-no-track = Do not know
conference-call-people = Who will take part
conference-call-people-text = Leave the rows empty if you are alone.
conference-call-you = You who send it in
conference-call-person = Person { $number }
conference-call-name = Name
conference-call-email = E-mail
conference-call-email-others = Only needed if the proposal is accepted. They then get a link of their own.
conference-call-organisation = Organisation
conference-call-role = Role or position
conference-call-consents = Yes, you may show my name and the text in the programme
conference-call-consents-hint = Only about you, and only if the proposal is accepted. You can withdraw your consent whenever you like.
conference-call-privacy = { $organisation } uses what you tell to review the proposal and answer you. The others who plan the conference see it too.
conference-call-kept = Proposals that do not become sessions are deleted by { $date }.
conference-call-send = Send in
conference-call-title-missing = Write a title.
conference-call-summary-missing = Tell what it is about.
conference-call-kind-missing = Choose a kind of session.
conference-call-track-wrong = The track is not there any more. Choose another.
conference-call-name-missing = Write the name.
conference-call-email-missing = Write your e-mail address, so that we can answer you.
conference-call-email-wrong = Write the address like this: kari@kommune.no
conference-call-answer-missing = Answer the question.
conference-call-too-long = The text is too long. Use { $most } characters at most.
conference-call-own = Your proposal
conference-call-saved = Your changes have been saved.
conference-call-stale = Somebody else has changed this
conference-call-stale-text = It happened after you opened the page. The form holds what you wrote, and if you save now, that will hold. This is how it is at the moment:
conference-call-is-received = We are reviewing the proposal.
conference-call-is-accepted = The proposal has been accepted.
conference-call-is-declined = The proposal has not been accepted.
conference-call-is-withdrawn = The proposal has been withdrawn.
conference-call-is-withdrawn-text = We have deleted what it said.
conference-call-sent-in = It came in { $when }.
conference-call-mendable = You can change it until { $when }.
conference-call-keep = Save
conference-call-withdraw = Withdraw the proposal
conference-call-withdraw-text = Everything in it is then deleted at once.
conference-call-withdraw-sure = Yes, I want to withdraw the proposal
conference-call-withdraw-sure-missing = Tick that you want to withdraw the proposal.
conference-call-answered-meanwhile = The proposal has been answered already. Please get in touch with the organisers.
conference-call-proposals = Proposals
conference-call-see-page = See the page where proposals are sent in
conference-call-none = You have not asked for proposals yet. Set the times below, and the page is open from then.
conference-call-no-proposals = Nobody has sent in anything yet.
conference-call-from = From
conference-call-and-others = and { $count } more
conference-call-state = Status
conference-call-state-received = Not answered
conference-call-state-accepted = Accepted
conference-call-state-declined = Declined
conference-call-reviews = Reviews
conference-call-average = Average
conference-call-tenths = { $whole }.{ $tenths }
conference-call-average-text = You see the average when you have given your own review.
conference-call-you-close = you have a conflict of interest
conference-call-not-yours = not yours yet
conference-call-setup = When and what you ask for
conference-call-opens = Opens
conference-call-opens-time = Opens at
conference-call-closes = Closes
conference-call-closes-time = Closes at
conference-call-closes-before-opening = It has to close after it opens.
conference-call-text = What you ask for
conference-call-text-missing = Write what you ask for, in one language at least.
conference-call-questions = Questions of your own
conference-call-questions-text = Leave a question empty to take it away. Answers that have come in to it are then not shown.
conference-call-question = Question { $number }
conference-call-question-required = Question { $number } has to be answered
conference-call-to-session = See the session in the draft
conference-call-to-speaker = see the person
conference-call-came = Came in
conference-call-mended = changed { $when }
conference-call-consented = Whoever sent it in would like to be shown in the programme.
conference-call-your-review = Your review
conference-call-score = Score
conference-call-score-hint = 5 is best.
conference-call-score-missing = Choose a score, or tick that you have a conflict of interest.
conference-call-comment = Comment for the others on the committee
conference-call-comment-long = The text is too long. Use 4000 characters at most.
conference-call-conflict = I have a conflict of interest
conference-call-conflict-hint = You can then not score it, see what the others think or answer it. This cannot be undone.
conference-call-conflict-said = You have said that you have a conflict of interest.
conference-call-keep-review = Save the review
conference-call-reviews-of-others = What the others think
conference-call-hidden = { $count ->
    [0] Nobody has scored it yet.
    [one] 1 has scored it. You see it when you have given yours.
   *[other] { $count } have scored it. You see them when you have given yours.
}
conference-call-hidden-close = You have a conflict of interest and do not see them.
conference-call-is-close = Conflict of interest
conference-call-answer = Answer
conference-call-note = What you say in the letter
conference-call-note-hint = Whoever sent it in gets the answer by e-mail at once.
conference-call-accept = Accept
conference-call-decline = Decline
conference-call-too-close = You have a conflict of interest, so others have to answer.
conference-call-answered-already = The proposal has been answered already.
conference-call-nothing-done = We did not understand what you wanted to do. Try once more.
conference-call-back = To all proposals

# The page of those who speak, and the files of sessions
conference-speaker-page = Your page as a speaker
conference-speaker-slots = When you take part
conference-speaker-slots-text = We will write to you if anything changes.
conference-speaker-no-slots = The times are not ready. We will write to you when the programme is out.
conference-speaker-consent = What others may see
conference-speaker-shown = On { $when } you agreed that we show your name, text, photo and slides on the public pages.
conference-speaker-hidden = You are not named on the public pages. If you agree, we show your name, text, photo and slides.
conference-speaker-agree = Yes, show me in the programme
conference-speaker-withdraw = Do not show me any more
conference-speaker-text = What is written about you
conference-speaker-languages = Write in the languages you like. Others see the one that is nearest to theirs.
conference-speaker-biography = About you
conference-speaker-photo = Photo
conference-speaker-alt = What does the photo show?
conference-speaker-alt-hint = For those who do not see it. For example: Kari Nes smiles in front of the town hall.
conference-speaker-alt-missing = Write what the photo shows.
conference-speaker-new-photo = Choose a photo
conference-speaker-photo-hint = JPEG, PNG or WebP, 5 MB at most. We make it smaller and remove what says where it was taken.
conference-speaker-send-photo = Upload the photo
conference-speaker-remove-photo = Remove the photo
conference-speaker-slides = Slides
conference-speaker-session = Session
conference-speaker-session-missing = Choose a session.
conference-speaker-new-slides = Choose a file
conference-speaker-slides-hint = PDF, PowerPoint (.pptx) or OpenDocument (.odp), 20 MB at most, without macros and scripts. Most people can read PDF.
conference-speaker-send-slides = Upload the file
conference-speaker-remove-slides = Remove “{ $title }”
conference-speaker-slides-later = You can upload slides when the programme is out.
conference-speaker-erase = Erase everything about me
conference-speaker-erase-text = We then delete your name, text, photo and slides, and the link stops working. Your sessions stay without a name, so talk with the organisers first if you are to take part.
conference-speaker-erase-sure = Yes, erase everything about me
conference-speaker-erase-sure-missing = Tick that you want to erase everything.
conference-speaker-erased = Everything about you has been erased
conference-speaker-erased-text = The link does not work any more.
conference-speaker-saved-text = The text has been saved.
conference-speaker-saved-consent = Your choice has been saved and holds at once.
conference-speaker-saved-photo = The photo has been updated.
conference-speaker-saved-slides = The slides have been updated.
conference-speaker-line-long = The text is too long. Use 150 characters at most.
conference-speaker-text-long = The text is too long. Use 5000 characters at most.
conference-speaker-file-missing = Choose a file. If you have done so already, choose it again.
conference-speaker-file-photo-large = The photo is larger than 5 MB. Choose a smaller one.
conference-speaker-file-slides-large = The file is larger than 20 MB. Make the pictures in it smaller, or save it as PDF.
conference-speaker-file-markup = The file is a web page or an SVG drawing, which we do not take. Save it as an ordinary picture or as PDF.
conference-speaker-file-no-photo = The file is not a JPEG, PNG or WebP picture.
conference-speaker-file-pixels = The picture has too many pixels. Make it smaller, for example 2000 pixels wide.
conference-speaker-file-no-slides = The file is not PDF, PowerPoint (.pptx) or OpenDocument (.odp).
conference-speaker-file-misnamed = The file is something else than its name says. Save it anew as PDF, .pptx or .odp.
conference-speaker-file-film = We do not take films here. Put the film on a video service and give the organisers the link.
conference-speaker-file-script = The file holds macros, a script or something else that could run. Save it without, for example by printing to PDF.
conference-speaker-file-locked = The file is locked with a password. Save it without.
conference-speaker-file-damaged = The file is damaged, or made in a way that we cannot read. Save it anew.
conference-speaker-file-many = There are too many files. Remove one first.
conference-speaker-kilobytes = { $size } kB
conference-speaker-megabytes = { $size } MB
conference-speaker-recording = recording
conference-speaker-documents = Slides and recordings
conference-speaker-document = File
conference-speaker-by = From
conference-speaker-remove = Remove
conference-speaker-not-shown = not shown
conference-speaker-no-documents = There are no slides or recordings yet.
conference-speaker-add-recording = Add a recording
conference-speaker-title = What is it called?
conference-speaker-title-missing = Write what the recording is called.
conference-speaker-link = Address
conference-speaker-link-hint = Where the film is. See to it that it has captions.
conference-speaker-link-wrong = Write an address that begins with https://.

# Planning: the pages of those who make the programme
conference-plan-back = To the overview
conference-plan-overview = The conference
conference-plan-programme = Programme
conference-plan-speakers = Speakers
conference-plan-places = Places and days
conference-plan-release = Release
conference-plan-versions = Versions
conference-plan-sign-ups = Sign-ups
conference-plan-letters = Letters
conference-plan-public = The public page
conference-plan-saved = The change is kept in the draft. Nobody else sees it before the programme is released.
conference-plan-keep = Save
conference-plan-required = Needed
conference-plan-yes = Yes
conference-plan-no = No

# The overview
conference-plan-when = When
conference-plan-where = Where
conference-plan-organisers = Organisers
conference-plan-deadline = Deadline for signing up
conference-plan-cancelled = The conference is cancelled.
conference-plan-numbers = Numbers
conference-plan-admitted = Have a place
conference-plan-places-left = Places left
conference-plan-unlimited = Not limited
conference-plan-waiting = On the waiting list
conference-plan-joined = Have joined online
conference-plan-newest = Newest version
conference-plan-version = Version { $number }
conference-plan-none-released = The programme has not been released yet.
conference-plan-due = To be released
conference-plan-draft = The draft
conference-plan-draft-same = The same as the newest version
conference-plan-draft-differs = { $people ->
    [0] Has changes that are not released. Nobody who has a place is affected.
    [one] Has changes that are not released. 1 person is affected.
   *[other] Has changes that are not released. { $people } people are affected.
}
conference-plan-sessions = Sessions
conference-plan-sessions-text = { $count } in all, { $unplaced } without a time
conference-plan-warnings-more = And { $count } more.
conference-plan-warnings-name = Warnings
conference-plan-to-programme = To the programme
conference-plan-to-release = See what a new version changes
conference-plan-meeting-heading = Meeting address
conference-plan-meeting-label = Address of the stream
conference-plan-meeting-hint = The address is in no e-mail or calendar, so you can change it at any time.
conference-plan-meeting-save = Save the meeting address
conference-plan-meeting-saved = The meeting address is saved. The links that participants have lead there now.
conference-plan-meeting-wrong = The meeting address must be a whole address that begins with https://
conference-plan-municipality = Host municipality
conference-plan-municipality-label = The municipality that hosts it
conference-plan-municipality-hint = Name or municipality number, for example Narvik. Shown on the conference’s page. Empty when there is none.
conference-plan-municipality-save = Save the host municipality
conference-plan-municipality-saved = The host municipality is saved.
conference-plan-municipality-unknown = We know no municipality of this name. Check how it is spelled.
conference-plan-municipality-several = Several municipalities could be meant. Write one of them: { $names }
conference-plan-municipality-stale = Somebody else has changed the host municipality to { $names }. Save once more if what you wrote is to hold.

# The programme of a day
conference-plan-programme-of = Programme of { $title }
conference-plan-draft-text = This is the draft. Only those who plan see it.
conference-plan-others = Somebody else has changed the programme too since you opened it.
conference-plan-show-anew = Show it as it is now
conference-plan-refused = The change was not made.
conference-plan-days = Days
conference-plan-no-days = There are no days yet.
conference-plan-no-rooms = There are no rooms yet.
conference-plan-to-places = Add places, rooms and days
conference-plan-new-session = New session
conference-plan-new-placement = Place something
conference-plan-warnings = { $count ->
    [one] 1 thing to look at
   *[other] { $count } things to look at
}
conference-plan-online = Online
conference-plan-without-room = Without a room
conference-plan-time = Time
conference-plan-holds = { $places ->
    [one] 1 place
   *[other] { $places } places
}
conference-plan-add-here = Add something: { $room } at { $time }
conference-plan-add-in = Add something: { $room }
conference-plan-empty-room = Nothing on this day.
conference-plan-untitled = Without a name
conference-plan-block = Held, without a session
conference-plan-flag = Warning { $number }: { $what }
conference-plan-change = Change
conference-plan-change-of = Change { $title }
conference-plan-earlier = 15 min earlier
conference-plan-later = 15 min later
conference-plan-longer = 15 min longer
conference-plan-shorter = 15 min shorter
conference-plan-to-room = To { $room }
conference-plan-duplicate = Copy
conference-plan-remove = Remove
conference-plan-to-session = To the session
conference-plan-keys = Drag a session with the mouse to move it, or its lower edge to make it longer. With the keyboard: press M on the link of the session, move it with the arrow keys, Shift and arrow up or down changes the length, Enter saves and Escape undoes.
conference-plan-script-move = Move with the arrow keys. Enter saves, Escape undoes.
conference-plan-script-at = to
conference-plan-script-kept = Not changed.
conference-plan-unplaced = Without a time yet
conference-plan-all-placed = All sessions have a time.
conference-plan-place = Place
conference-plan-place-of = Place { $title }
conference-plan-kind-plenary = For everybody
conference-plan-kind-parallel = Parallel session
conference-plan-kind-workshop = Workshop
conference-plan-kind-site_visit = Site visit
conference-plan-kind-break = Break
conference-plan-kind-social = Social
conference-plan-attendance-in_person = In person
conference-plan-attendance-online = Online
conference-plan-attendance-both = In person and online
conference-plan-need-hearing_loop = Hearing loop
conference-plan-need-sign_language = Sign language interpreter
conference-plan-need-captions = Live captions
conference-plan-need-step_free = Step-free access
conference-plan-needed-none = Not asked for
conference-plan-needed-needed = Needed, not arranged
conference-plan-needed-answered = Arranged
conference-plan-answered = arranged
conference-plan-unanswered = not arranged

# Warnings
conference-plan-warn-room-twice = { $room } is used for both at the same time.
conference-plan-warn-speaker-twice = { $name } is to be at both at the same time.
conference-plan-warn-speaker-away = { $name } cannot come then.
conference-plan-warn-too-far = { $name } has to walk for { $walk } minutes, and has { $minutes }.
conference-plan-warn-over-room = The session has { $places } places, and the room holds { $room }.
conference-plan-warn-too-many = { $people } people come, and the room holds { $room }.
conference-plan-warn-outside-days = Is on none of the days of the programme.
conference-plan-warn-outside-opening = Is outside the opening hours.
conference-plan-warn-title-missing = Lacks a name in { $languages }.
conference-plan-warn-description-missing = Lacks a description in { $languages }.
conference-plan-warn-need = Needed and not arranged: { $need }.
conference-plan-short-room-twice = the room is in use
conference-plan-short-speaker-twice = speaker in two places
conference-plan-short-speaker-away = speaker cannot come
conference-plan-short-too-far = too little time to walk
conference-plan-short-over-room = more places than the room
conference-plan-short-too-many = too many for the room
conference-plan-short-outside-days = outside the days
conference-plan-short-outside-opening = outside opening hours
conference-plan-short-need = access need

# What is wrong
conference-plan-ends-before-start = The end must be after the start.
conference-plan-skipped = There is no such time: the clocks go forward that night.
conference-plan-no-such-day = The day is not one of the days of the programme.
conference-plan-room-wrong = Choose a room from the list, or “Without a room”.
conference-plan-session-wrong = The session is not there any more.
conference-plan-track-wrong = Choose a track from the list.
conference-plan-name-missing = Write a name.
conference-plan-day-twice = This day is in the programme already.
conference-plan-date-wrong = Write the date like this: 2027-05-11.
conference-plan-clock-wrong = Write the time like this: 09.30.
conference-plan-closes-before-opening = The day must end after it begins.
conference-plan-taken = The form has been used before. Open the page again.
conference-plan-gone = Somebody else has removed it.
conference-plan-in-use = It is used in the programme. Move or remove what is placed there first.
conference-plan-capacity-wrong = The number of places must be a whole number above 0, or empty.
conference-plan-minutes-wrong = Write the minutes as a whole number, 600 at most.
conference-plan-email-wrong = The e-mail address must contain @, for example kari@council.org
conference-plan-times-wrong = Write the times like this: 09.30. The end must be after the start.
conference-plan-note-missing = Write what the time is held for.
conference-plan-due-wrong = Choose a time that is not over, for example 09.30.
conference-plan-speaks = The person is in the programme, in the draft or in the newest version. Take the name out there and release the programme first.

# Time and room
conference-plan-what = What
conference-plan-what-hint = A session, or time that is held for something that is not in the programme.
conference-plan-note = Held for
conference-plan-note-hint = For example setting up. Only those who plan see it. Leave it empty for a session.
conference-plan-day = Day
conference-plan-from = From
conference-plan-to = To
conference-plan-clock-hint = For example 09.30
conference-plan-next-day = Ends after midnight
conference-plan-room = Room
conference-plan-holders = { $count ->
    [one] 1 person has a place here.
   *[other] { $count } people have a place here.
}
conference-plan-more = More
conference-plan-duplicate-long = Give it once more, right after
conference-plan-remove-long = Take out of the programme
conference-plan-remove-text = The session stays without a time. Those who have a place only lose it when you release the programme, and you see who is affected before that.
conference-plan-remove-block-text = The time becomes free.

# A session
conference-plan-given = When it is given
conference-plan-not-placed = It has no time yet.
conference-plan-place-again = Place once more
conference-plan-field-title = Name
conference-plan-field-description = Description
conference-plan-description-hint = Plain text. An empty line between paragraphs.
conference-plan-field-kind = Kind
conference-plan-field-track = Track
conference-plan-no-track = Without a track
conference-plan-field-attendance = Attendance
conference-plan-field-chosen = People choose this session
conference-plan-chosen-hint = Then it has places of its own. Otherwise everybody may come.
conference-plan-field-capacity = Places
conference-plan-capacity-hint = Only when that is fewer than the room holds.
conference-plan-field-speakers = Speakers and moderators
conference-plan-speakers-hint = The names come from the page
conference-plan-speaker-number = Person { $number }
conference-plan-nobody = Nobody
conference-plan-part = Part
conference-plan-part-speaks = Speaks
conference-plan-part-moderates = Moderates
conference-plan-moderates = { $name } (moderator)
conference-plan-field-needs = Access needs
conference-plan-add-session = Add the session
conference-plan-remove-session = Delete the session
conference-plan-remove-session-text = { $count ->
    [0] Its texts go out of the draft.
    [one] Its texts and its time go out of the draft.
   *[other] Its texts and its { $count } times go out of the draft.
}

# When two have changed the same
conference-plan-conflict = Somebody else has changed the same
conference-plan-conflict-text = “{ $name }” has been changed since you opened the page. Nothing is written over. Choose what is to be.
conference-plan-conflict-remove = “{ $name }” has been changed since you opened the page. See whether you still want to do the same.
conference-plan-conflict-both = As it is now, and as you wanted it
conference-plan-conflict-field = Field
conference-plan-conflict-now = As it is now
conference-plan-conflict-wanted = As you wanted it
conference-plan-conflict-mine = Use my change
conference-plan-conflict-theirs = Keep it as it is now
conference-plan-conflict-go-on = Do it all the same
conference-plan-field-time = Time
conference-plan-field-room = Room
conference-plan-field-note = Held for
conference-plan-field-name = Name
conference-plan-field-address = Address
conference-plan-field-date = Date
conference-plan-field-opens = Opens
conference-plan-field-closes = Closes
conference-plan-field-walks = Walking times

# Places and days
conference-plan-date = Date
conference-plan-date-hint = For example 2027-05-11
conference-plan-day-title = What the day is called
conference-plan-new-day = New day
conference-plan-add-day = Add the day
conference-plan-remove-day = Remove the day
conference-plan-venues = Venues and rooms
conference-plan-new-venue = New venue
conference-plan-add-venue = Add the venue
conference-plan-remove-venue = Remove the venue
conference-plan-new-room = New room
conference-plan-room-of = Room: { $name }
conference-plan-room-name = Name ({ $language })
conference-plan-room-capacity = How many the room holds
conference-plan-room-capacity-hint = Empty when there is no limit.
conference-plan-remove-room = Remove the room
conference-plan-walks = Walking times between venues
conference-plan-walks-text = Minutes to walk. The programme warns when there is too little time between two sessions.
conference-plan-way = { $from } – { $to }
conference-plan-tracks = Tracks
conference-plan-new-track = New track
conference-plan-add-track = Add the track
conference-plan-remove-track = Remove the track
conference-plan-colour = Colour
conference-plan-colour-number = Colour { $number }

# Speakers
conference-plan-new-speaker = New speaker
conference-plan-no-speakers = There are no speakers yet.
conference-plan-organisation = Organisation
conference-plan-lacks = Lacks
conference-plan-lacks-email = e-mail address
conference-plan-lacks-consent = consent
conference-plan-email = E-mail address
conference-plan-email-hint = We send time and place there when the programme is released.
conference-plan-letters-in = Letters in
conference-plan-role = Position or role
conference-plan-biography = About the person
conference-plan-consents = Has agreed that name, text and photo are shown
conference-plan-consents-hint = Without consent the person is not shown on the public pages.
conference-plan-consented = Agreed { $when }.
conference-plan-unavailable = Cannot come
conference-plan-unavailable-hint = Without times it is the whole day.
conference-plan-day-number = Day { $number }
conference-plan-no-day = No day
conference-plan-add-speaker = Add the speaker
conference-plan-remove-speaker = Delete the speaker
conference-plan-remove-speaker-text = Everything about the person is deleted.
conference-plan-speaks-in = Takes part in:
conference-plan-to-speakers = To the speakers
conference-plan-speaker-conflict = This is how it is now. The form below has what you wrote. Save to use it, or keep what there is.

# Releasing the programme
conference-plan-release-newest = Version { $number } is what everybody sees now.
conference-plan-release-first = The programme has not been released before. When you do, everybody can see it.
conference-plan-release-due = The draft is released { $when }, as it is then.
conference-plan-unschedule = Do not release it then
conference-plan-release-changed = The draft has been changed since you looked at it. Look through the changes once more.
conference-plan-affected = Who is affected
conference-plan-affected-people = { $count ->
    [one] 1 person who has a place is affected.
   *[other] { $count } people who have a place are affected.
}
conference-plan-affected-losing = { $count ->
    [one] 1 place is lost, because the session is not given or the room is too small.
   *[other] { $count } places are lost, because the session is not given or the room is too small.
}
conference-plan-affected-clashing = { $count ->
    [one] 1 person gets two sessions that clash:
   *[other] { $count } people get two sessions that clash:
}
conference-plan-affected-text = Each of them gets one letter that says what is new for them. Those with two sessions that clash are given time to choose.
conference-plan-affected-nobody = Nobody who has a place in a session is affected.
conference-plan-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
conference-plan-differences = Changes
conference-plan-no-differences = The draft is the same as what everybody sees.
conference-plan-session = Session
conference-plan-what-happens = What happens
conference-plan-have-place = Have a place
conference-plan-change-added = New
conference-plan-change-moved = Moved
conference-plan-change-removed = Not given any more
conference-plan-change-edited = Other details
conference-plan-was = Before:
conference-plan-becomes = Now:
conference-plan-lose = { $count ->
    [one] 1 loses the place.
   *[other] { $count } lose the place.
}
conference-plan-only-places = { $count ->
    [one] There is only 1 place now.
   *[other] There are only { $count } places now.
}
conference-plan-release-do = Release the programme
conference-plan-public-note = What you say about the version
conference-plan-public-note-hint = Everybody can read it, together with the changes. May be empty.
conference-plan-when-release = When
conference-plan-now = Now
conference-plan-later-at = At a time
conference-plan-later-hint = The draft is released as it is then.
conference-plan-release-button = Release
conference-plan-done-released = The programme is released.
conference-plan-done-scheduled = The programme will be released at that time.
conference-plan-done-unscheduled = The programme is not released by itself.
conference-plan-done-unchanged = There was nothing to release.

# The versions
conference-plan-version-column = Version
conference-plan-version-newest = What everybody sees
conference-plan-released-at = Released
conference-plan-version-changes = { $added } new, { $moved } moved, { $removed } gone, { $edited } with other details
conference-plan-take = Take back
conference-plan-take-version = Take back version { $number }
conference-plan-take-text = The draft then becomes that version, and what has been changed since goes out of the draft. Nobody notices before you release it.
conference-plan-editions = Earlier years
conference-plan-editions-text = You can begin with venues, tracks, sessions and speakers of another year. Days and times are not taken along, and consent must be asked for anew.
conference-plan-copy = Take from { $title } ({ $sessions } sessions)
conference-plan-done-taken = The draft is the same as that version now.
conference-plan-done-copied = The draft has venues, tracks, sessions and speakers now.
conference-plan-done-changed = The draft has been changed since you opened the page, so nothing was done. Try once more.
conference-plan-done-not-empty = There is something in the draft already. You can only take from another year before you begin to plan.

# How people can take part
conference-plan-ways = Taking part
conference-plan-ways-title = How people can take part
conference-plan-ways-text = Here you switch the form of the whole conference. Everybody who has signed up keeps their sign-up. Before anything happens, you see whom it concerns.
conference-plan-ways-closed = The conference is over or cancelled, so there is nothing more to change here.
conference-plan-ways-done = This is how it is now. Everybody whom it concerns will be told.
conference-plan-ways-stale = Somebody else has changed the same
conference-plan-ways-stale-text = It happened after you opened the page. The form has what you wrote. This is how it is now:
conference-plan-ways-attendance = How can people take part?
conference-plan-ways-attendance-missing = Choose how people can take part.
conference-plan-ways-online-hint = The address of the online meeting goes on the overview.
conference-plan-ways-only-when = Used only when people can take part like this.
conference-plan-ways-venue = Where people meet
conference-plan-ways-label = What the form is called in the sign-up
conference-plan-ways-capacity-hint = Empty when there is no limit.
conference-plan-ways-price = Price
conference-plan-ways-hint = What people should know before they choose
conference-plan-ways-text-missing = Write the text in every language that is marked.
conference-plan-ways-too-long = The text is too long.
conference-plan-ways-look = See whom it concerns
conference-plan-ways-switch = Switch now
conference-plan-ways-same = This is how it is already.
conference-plan-ways-nobody = Nobody who has signed up is moved.
conference-plan-ways-told = Each of them gets a letter about it.
conference-plan-ways-moving = { $people ->
    [one] 1 person who has a place is moved: “{ $before }” becomes “{ $now }”.
   *[other] { $people } people who have a place are moved: “{ $before }” becomes “{ $now }”.
}
conference-plan-ways-moving-all = { $people ->
    [one] 1 person who has a place is moved to “{ $now }”.
   *[other] { $people } people who have a place are moved to “{ $now }”.
}
conference-plan-ways-room = There is room for everybody.
conference-plan-ways-queued = { $count ->
    [one] There is not room for everybody: 1 loses the place and goes on the waiting list.
   *[other] There is not room for everybody: { $count } lose their places and go on the waiting list.
}
conference-plan-ways-waiting = { $count ->
    [one] 1 person on the waiting list goes on waiting, for “{ $now }”.
   *[other] { $count } people on the waiting list go on waiting, for “{ $now }”.
}
conference-plan-ways-counted = { $people ->
    [one] 1 person signed up without choosing a form. They keep the place and are counted as “{ $now }”.
   *[other] { $people } people signed up without choosing a form. They keep their places and are counted as “{ $now }”.
}
conference-plan-ways-tight = “{ $form }”: { $taken } have a place, and there will be { $capacity } places. Nobody loses a place, but no new ones are given until there is room.
conference-plan-ways-sessions = { $count ->
    [one] 1 session of the programme is only for a form that there is no more.
   *[other] { $count } sessions of the programme are only for a form that there is no more.
}

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
webinar-offer-free = places free
webinar-offer-full = { $waiting ->
    [0] full
   *[other] full, { $waiting } on the waiting list
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
webinar-door-waits-text = You can join from { $when }. Leave this page open, and it opens the door by itself then. You do not need to do anything.
webinar-door-look = See if it is open now
webinar-door-still = Do not open by itself
webinar-door-still-text = You can join from { $when }. The page does not change by itself.
webinar-door-by-itself = Open by itself after all
webinar-door-stuck = The meeting room cannot be opened
webinar-door-stuck-text = Something is wrong on our side, and it has nothing to do with your link. Please try again in a moment.
webinar-join-panel-moderator = The meeting room is open for you, { $name } ({ $part }). Press the button to go in with the right to lead the meeting.
webinar-join-panel-speaker = The meeting room is open for you, { $name } ({ $part }). Press the button to go in as a participant. The moderator helps you with practical things.
webinar-panel-personal-moderator = The link is for you only. Anyone who has it can lead the meeting, so please do not share it.
webinar-panel-personal-speaker = The link is for you only, so please do not share it.
webinar-part-moderator = moderator
webinar-part-speaker = speaker
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
webinar-organiser-panel = Panel
webinar-panel-title = Links for the panel
webinar-panel-intro = Everyone in the panel has a link of their own, which opens { $when }, before the participants come in. In rooms that are made here, the link of a moderator gives the right to lead the meeting. Speakers come in as participants.
webinar-panel-warning = Send each link only to the person it is for. If one has gone astray, give the person another key in the event file: the old link then stops working.
webinar-panel-rooms = The link says who may lead the meeting, but the meeting room has to go by it. Ask those who run the installation whether Jitsi is set up for that, and try it with the link of a speaker: with it, one should not be able to mute others.
webinar-panel-nobody = The event file names nobody in the panel.
webinar-meeting-room-hint = Leave the field empty to meet in a room that is made here, whose name nobody can guess. Write an address when the meeting is somewhere else.
webinar-meeting-room = A room of its own for each date, made here
webinar-organiser-attendance = Attendance
webinar-attendance-title = Attendance
webinar-attendance-text = Those who go in through their own link are noted by themselves. Who they are is in the list of sign-ups.
webinar-attendance-taken-in = { $count ->
    [0] The list is taken in. Everyone on it was known already.
    [one] The list is taken in. 1 more person is noted as having attended.
   *[other] The list is taken in. { $count } more people are noted as having attended.
}
webinar-attendance-gone = The list is not here any more: it has been taken in already, or more than a day has passed. Read it again if needed.
webinar-list-heading = Attendance list from the meeting room
webinar-list-text = Some people come into the meeting in other ways than through their link. Fetch the attendance list from Teams or Zoom and read it here. You see whom we have found before anything is taken in, and the same list can be read several times without anybody being counted twice.
webinar-list-file = Attendance list
webinar-list-file-hint = The CSV file as it comes from Teams or Zoom, in Norwegian, Swedish or English.
webinar-list-read = Read the list
webinar-list-not-yet = The list can be read once the webinar has begun.
webinar-list-refused = The list cannot be read, and nothing of it is taken in
webinar-list-empty = There is nobody on the list. Choose a file with at least one person.
webinar-list-too-large = The file is larger than 4 MB. An attendance list is much smaller: is it the right file?
webinar-list-too-many = There are more than 10,000 people on the list. Split it into several files.
webinar-list-too-unsure = So many names on the list may be several of those who signed up that there would be more than { $most } to choose among. Fetch a list with e-mail addresses, or split it into several files.
webinar-list-encoding = Line { $line }: The characters cannot be read. Fetch the list again, or save it as “CSV UTF-8”.
webinar-list-quote = Line { $line }: A quotation mark begins here that never ends. Fetch the list again.
webinar-list-no-section = The list lacks the part “2. Participants”. Fetch the whole attendance report again.
webinar-list-no-heading = Line { $line }: We do not find the headings of the columns. They must say which column has the name (“Name”, “Navn” or “Namn”) and which has the e-mail address.
webinar-list-columns = Line { $line }: { $found ->
    [one] There is 1 column here
   *[other] There are { $found } columns here
}, but the heading has { $expected }.
webinar-list-nameless = Line { $line }: There is neither a name nor an e-mail address here.
webinar-list-address = Line { $line }: What stands in the column for e-mail is no e-mail address.
webinar-preview-title = Look over the attendance list
webinar-preview-text = Nothing is taken in yet.
webinar-preview-listed = On the list
webinar-preview-sure = Recognised by their e-mail address
webinar-preview-known = Of these, known already
webinar-preview-unsure = Are these the same people?
webinar-preview-unsure-text = Only the name fits. Tick those who took part. Where the whole name is the same and only one person has it, we have ticked it; clear it if it is somebody else. Where several have the same name, several of them may have taken part.
webinar-preview-who = Who is { $name }?
webinar-preview-take-in = Take in the list
webinar-preview-drop = Throw the list away
webinar-preview-nobody = Not signed up
webinar-preview-nobody-text = These are on the list, but we do not find them among those who signed up. They are not taken in.
webinar-organiser-material = Recording and slides
webinar-organiser-evaluation = Evaluation
webinar-evaluation-title = What did you think of the webinar?
webinar-evaluation-anonymous = Answers are added up to numbers at once. The organisers see the numbers of five answers at a time, without names, and what is written. Your link is only used to see that nobody answers twice. You can skip questions.
webinar-evaluation-useful = How useful was the webinar for you?
webinar-evaluation-practical = How were the practical things: sound, picture and timing?
webinar-evaluation-recommend = Would you advise others to take part next time?
webinar-evaluation-comment = What should we do differently?
webinar-evaluation-comment-hint = Please write nothing that shows who you or others are.
webinar-evaluation-send = Send the answers
webinar-evaluation-empty = Answer at least one of the questions.
webinar-evaluation-long = The comment can have 2,000 characters at most.
webinar-evaluation-scale-1 = 1, very poor
webinar-evaluation-scale-2 = 2
webinar-evaluation-scale-3 = 3
webinar-evaluation-scale-4 = 4
webinar-evaluation-scale-5 = 5, very good
webinar-evaluation-recommend-yes = Yes
webinar-evaluation-recommend-maybe = Perhaps
webinar-evaluation-recommend-no = No
webinar-evaluation-thanks = Thank you for answering
webinar-evaluation-thanks-text = They are added to the answers of the others, without a name.
webinar-evaluation-answered = You have answered
webinar-evaluation-answered-text = An answer has come through your link. It cannot be changed, because we do not know which one it is.
webinar-evaluation-early = You cannot answer yet
webinar-evaluation-early-text = Come back when the webinar has been.
webinar-evaluation-closed = It is too late to answer
webinar-evaluation-closed-text = Answers were collected for 30 days after the webinar.
webinar-evaluation-ask = Say what you thought
webinar-results-title = What the participants thought
webinar-results-answers = { $count ->
    [0] Nobody has answered yet.
    [one] 1 person has answered.
   *[other] { $count } people have answered.
}
webinar-results-few = Answers are shown when at least { $count } people have answered, so that nobody can be recognised.
webinar-results-anonymous = The answers are added up. What was written stands in alphabetical order and does not belong with any other answer.
webinar-results-steps = Answers are shown { $step } at a time, so that nobody can see what the last one was. These are the first { $count }.
webinar-results-unread = What people have written can be read by those who may see who has signed up.
webinar-results-chart = Bar chart: { $question } The numbers are in the table below.
webinar-results-answer = Answer
webinar-results-count = Number of answers
webinar-results-file = Download the answers as CSV
webinar-material-heading = Recording and slides
webinar-material-title = Recording and slides
webinar-material-text = People find what is here on the webinar page. What is only for those who signed up, they find behind their link.
webinar-material-before = What is here can be seen when the webinar is over: on the webinar page, or behind each person's link when it is only for those who signed up.
webinar-material-told = Those who had the letter after the webinar before there was anything here get one more, half an hour after the first of it is added. We do not write about what comes later.
webinar-material-add = Add
webinar-material-kind = What is it?
webinar-material-kind-recording = Recording
webinar-material-kind-slides = Slides
webinar-material-name = Title
webinar-material-audience = Who is it for?
webinar-material-audience-all = Everybody
webinar-material-audience-signed_up = Only those who signed up
webinar-material-link = Address
webinar-material-link-hint = Where the recording or the slides are. It begins with https://
webinar-material-file = Or a file
webinar-material-file-hint = PDF, at most 20 MB. Put films somewhere else, and enter the address.
webinar-material-save = Add
webinar-material-remove = Remove
webinar-material-wrong-kind = Choose whether it is a recording or slides.
webinar-material-wrong-audience = Choose who it is for.
webinar-material-wrong-title = Write a title on one line, at most 150 characters.
webinar-material-wrong-link = The address must be whole and begin with https://
webinar-material-wrong-one = Write an address or choose a file, and only one of them.
webinar-material-wrong-pdf = The file is not a PDF. Save the slides as PDF and try again.
webinar-material-wrong-large = The file is larger than 20 MB.
webinar-material-wrong-misnamed = The file is something else than its name says. Save it again as PDF.
webinar-material-wrong-script = The file holds scripts or something else that could run. Save it without, for example by printing to PDF.
webinar-material-wrong-locked = The file has a password. Save it without one.
webinar-material-wrong-damaged = The file is damaged. Save it again and try once more.
webinar-material-wrong-many = There are 20 here already. Remove something first.
webinar-settled-heading = Letters after the webinar
webinar-settled-text = The letter to those who came, and to those who did not, is sent { $when }. If attendance is settled before, you can say so here. It then goes a quarter of an hour later.
webinar-settled-late = The letter to those who came, and to those who did not, was to be sent { $when }. If nobody was noted as having come by then, it has only gone to those noted since. When attendance is settled, it goes to the others a quarter of an hour after you press.
webinar-settled-none = The event file says that no letters are to be sent after the webinar.
webinar-settled-button = Attendance is settled, send the letters
webinar-settled-done = Attendance is settled since { $when }. The letters go a quarter of an hour later.
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
webinar-meeting-moved = Somebody else has changed the meeting address
webinar-meeting-moved-text = That was after you opened the page. What you typed is in the field and is not saved. If you save now, what you typed counts. The address is now:
webinar-meeting-moved-room = No address: they meet in the room that is made here

# Series
webinar-series-whole = Sign me up for the whole series
webinar-series-whole-text = Sign up once and you are in for all dates, also those to come. If a date does not suit you, you skip it with one press.
webinar-series-ahead = Dates to come
webinar-series-past = Dates that have been
webinar-series-none = No dates are set at the moment.
webinar-series-one = Sign me up for this date only
webinar-series-about = About the series
webinar-series-part = This webinar is one of several.
webinar-series-see = See the whole series
webinar-series-organise = The series
webinar-series-shared = Shared by the dates
webinar-series-shared-text = New dates get this unless something else is typed.
webinar-series-dates = The dates
webinar-series-new = New date
webinar-series-first = The series has no dates yet. The first comes from an event file, and the next can be made here.
webinar-series-own = Of its own for this date:
webinar-series-edit = Edit
webinar-part-title = Title
webinar-part-summary = Summary
webinar-part-description = Text
webinar-part-start = Time
webinar-part-length = Length
webinar-part-meeting = Meeting address
webinar-part-places = Places
webinar-edit-title = Edit a date
webinar-edit-missing = Write the text in this language
webinar-edit-too-long = Make the text shorter. A title must stand on one line.
webinar-edit-start-hint = For example 10:00
webinar-edit-start-wrong = Write the time like this: 10:00
webinar-edit-skipped-hour = The clocks are put forward past this time on that day. Choose another.
webinar-edit-minutes-hint = In minutes
webinar-edit-minutes-wrong = Write the length in minutes, from 1 to 1440
webinar-edit-capacity-hint = Leave it empty when there is no limit.
webinar-edit-capacity-wrong = Write the number of places, from 1 to 100000, or leave it empty
webinar-edit-stale = Somebody else has changed the series or the date in the meantime. Nothing is saved. Open the date again from the series, and see what is new.
webinar-edit-not-genuine = The form was too old. Nothing is saved. Please try again.
webinar-edit-nothing = nothing
webinar-edit-before = Before:
webinar-edit-after = After:
webinar-edit-preview = See what will change
webinar-edit-saved = Saved. Those who are signed up are told what has changed for them.
webinar-scope = Which dates are the changes for?
webinar-scope-hint = Dates that have begun or are cancelled are never changed.
webinar-scope-this = This date only
webinar-scope-later = This one and those after it, new ones too
webinar-scope-all = All that have not begun, new ones too
webinar-scope-is-this = The changes are for this date only.
webinar-scope-is-later = The changes are for this date and those after it.
webinar-scope-is-all = The changes are for all dates that have not begun.
webinar-over-own = Also change what other dates have of their own
webinar-changes-title = This will change
webinar-changes-same = Nothing will change.
webinar-changes-kept = This stays, because the date has its own:
webinar-changes-told = Those who are signed up get word and a new calendar invitation about what concerns them. Nobody gets a letter about a new meeting address.
webinar-changes-save = Save the changes
webinar-changes-back = Edit more
webinar-new-text = The date gets what the series has unless you type something else. Questions, reminders and deadlines are as for the last date. Those who are signed up for the whole series are invited at once.
webinar-new-day = Date
webinar-new-day-wrong = Write a date that exists, for example 16 3 2027
webinar-new-past = The date has been. Choose one to come.
webinar-new-submit = Publish the date
webinar-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

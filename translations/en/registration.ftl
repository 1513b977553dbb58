# The sign-up form, its receipt and the list of those signed up.
reg-form-title = Sign up for { $event }
reg-problems = To sign up, please fix this:
reg-when = When
reg-where = Where
reg-online = Online. You get a link once you are signed up.
reg-or-online = or online
reg-price = Price
reg-contact = Questions? Ask
reg-and = and
reg-read-more = Read more about the event
reg-places-left = { $n ->
    [one] { $n } place left
   *[other] { $n } places left
}
reg-full = Full. You can join the waiting list.
reg-waiting-now = { $n ->
    [one] { $n } person is on the list now.
   *[other] { $n } people are on the list now.
}
reg-all-required = All fields are required.
reg-about-you = About you
reg-name = Name
reg-email = E-mail
reg-email-hint = We will send your confirmation and calendar invitation here.
reg-why = Why do we ask this?
reg-answer-erased = We will delete the answer on { $date }.
reg-answer-sensitive = The answer is kept apart, and only those who need it can see it.
reg-yes = Yes
reg-answers = The answers
reg-no = No
reg-no-answer = Prefer not to answer
reg-which-municipality = Which municipality did you mean?
reg-attend = How will you take part?
reg-attend-in_person = I will be there in person
reg-attend-online = I will join online
reg-choice-only-in_person = Only for those who are there in person.
reg-choice-only-online = Only for those who join online.
reg-choices-anytime = At any time
reg-choices = What would you like to take part in?
reg-choice-full = Full – waiting list. You can join the list.
reg-choice-closed = Full.
reg-choices-receipt = What you chose
reg-choice-held = you have a place
reg-choice-waiting = you are on the waiting list
reg-choice-undecided = the organiser decides
reg-choice-offered = you have been offered a place
reg-choice-released = cancelled
reg-guests = Sign up more people
reg-guests-text = { $n ->
    [one] You can sign up one more person. You get places together or wait together. Choices and answers about municipality and organisation go for everybody, and each gets an e-mail.
   *[other] You can sign up to { $n } more people. You get places together or wait together. Choices and answers about municipality and organisation go for everybody, and each gets an e-mail.
}
reg-guest = Person { $n }
reg-guest-name = Name of the person you sign up
reg-guest-email = E-mail of the person you sign up
reg-field-guest-name = Name of person { $n }
reg-field-guest-email = E-mail of person { $n }
reg-controller = { $organisation } is responsible for your data.
reg-controller-with = { $organisation } is responsible for your data. These organise the event with them and see numbers only: { $others }.
reg-erased = We will delete your data on { $date }.
reg-public-access = Somebody may ask the organiser for access to the list of those signed up.
reg-privacy = Read how we use and delete your data
reg-submit = Sign me up
reg-submit-waiting = Put me on the waiting list

# Why one cannot sign up, or not just now.
reg-closed = Sign-up is closed
reg-closed-text = Ask the organiser if there is room.
reg-not-open = Sign-up is not open yet
reg-not-open-text = You can sign up from { $when }.
reg-no-places = It is full
reg-no-places-text = All places are taken, and there is no waiting list. Ask the organiser if there is room.
reg-cancelled = The event is cancelled
reg-cancelled-text = You cannot sign up. Ask the organiser if there will be another one.
reg-over = The event is over
reg-over-text = You can no longer sign up. See the front page for what is coming.
reg-not-genuine = Please send the form again
reg-not-genuine-text = The page had been open for too long, so we could not take it. Nothing was saved. Everything you typed is still here: press the button at the bottom once more.
reg-trapped = The form was not sent
reg-trapped-text = A field that cannot be seen was filled in, so nothing was saved. Everything you typed is still here: press the button at the bottom once more.
reg-busy = Many people are here right now
reg-busy-text = We could not take the form in time. Everything you typed is still here: wait a little and press the button at the bottom once more.
reg-sent-before = The form was sent before
reg-sent-before-text = The same form was sent once before, with other answers. To sign up somebody else, press the button at the bottom once more.
reg-party-too-large = There are too many of you
reg-party-too-large-text = So many cannot sign up together. Remove somebody, or ask the organiser.
reg-not-invited = You cannot sign up with this address
reg-not-invited-text = The event is not for everybody. Use your e-mail address at the organisation that is invited, or ask the organiser.
reg-for-some = The event is not for everybody. Use your e-mail address at the organisation that is invited.

# The receipt.
reg-receipt-admitted = { $n ->
    [one] Thank you! You are signed up.
   *[other] Thank you! All of you are signed up.
}
reg-receipt-waiting = { $n ->
    [one] Thank you! You are on the waiting list.
   *[other] Thank you! All of you are on the waiting list.
}
reg-receipt-received = { $n ->
    [one] Thank you! We have your sign-up.
   *[other] Thank you! We have your sign-up.
}
reg-position = You are number { $n } on the list.
reg-receipt-undecided = { $n ->
    [one] Thank you! We have received your sign-up.
   *[other] Thank you! We have received your sign-ups.
}
reg-undecided-next = The organiser decides who gets a place. You do not have one yet, and will get an e-mail when it is decided. Please wait before you book travel.
reg-approval = The organiser decides who gets a place. You will get an e-mail when it is decided.
reg-submit-undecided = Send the sign-up
reg-waiting-next = We will write to you as soon as there is a place. There is nothing you need to do, but please wait before you book travel.
reg-waiting-offers = We will write to you when there is a place for you. You must then answer by the deadline. Please wait before you book travel.
reg-receipt-held = { $n ->
    [one] { $n } has a place
   *[other] { $n } have places
}
reg-receipt-queued = { $n ->
    [one] { $n } is on the waiting list
   *[other] { $n } are on the waiting list
}
reg-letter-sent = { $n ->
    [one] See your e-mail: it tells all about your sign-up, with the link to change or cancel it.
   *[other] Each of you gets an e-mail about the sign-up, with a link to change it.
}
reg-letter-missing = No e-mail within half an hour? Look in your spam folder, or ask the organiser.

# The list that organisers see.
reg-list-title = Sign-ups
reg-list-path = You are here
reg-list-organiser = For organisers
reg-list-admitted = Signed up
reg-list-of = of { $n } places
reg-list-waiting = On the waiting list
reg-list-offered = Offered a place
reg-list-withdrawn = Cancelled
reg-list-attended = Attended
reg-list-undeliverable = E-mail that did not arrive
reg-list-numbers-only = Your role shows numbers, not names. Ask whoever manages accounts in your organisation if you need to see the list.
reg-list-audited = We note who looks at this list, and when.
reg-list-search = Search names, e-mail and organisations
reg-list-state = Status
reg-list-all = All
reg-list-filter = Filter
reg-list-found = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
reg-list-number = No.
reg-list-arrived = Signed up at
reg-list-undeliverable-one = Did not arrive
reg-list-undecided = To be decided
reg-list-undecided-see = See who
reg-list-attended-one = Attended
reg-list-reply-accepted = Calendar: yes
reg-list-reply-tentative = Calendar: maybe
reg-list-reply-declined = Calendar: no
reg-list-reply-delegated = Calendar: sends somebody else
reg-list-reply-proposed = Calendar: proposes another time
reg-list-reply-unproven = (not confirmed)
reg-list-position = number { $n }
reg-list-state-admitted = Signed up
reg-list-state-waiting = Waiting list
reg-list-state-undecided = To be decided
reg-list-state-offered = Offered a place
reg-list-state-withdrawn = Cancelled
reg-list-form-in_person = in person
reg-list-form-online = online
reg-list-came = Attendance
reg-list-came-note = Came
reg-list-came-undo = Did not come after all
reg-list-overfull = { $taken } people have places, and there are { $capacity } places now. Nobody loses their place, and nobody new gets one until the number is lower.
reg-list-nobody = Nobody was found.
reg-list-pages = Pages
reg-list-organisation = Organisation
reg-list-form = Takes part
reg-list-choice = Has chosen
reg-list-choice-any = Anything
reg-list-sort = Sort by
reg-list-sort-number = Order of arrival
reg-list-sort-name = Name
reg-list-sort-organisation = Organisation
reg-list-sort-newest = Newest first
reg-list-clear = Show everybody
reg-list-place = Place in the queue

# Taking people out as a file, and what the kitchen needs to know.
reg-export-title = Download the list
reg-export-file = sign-ups
reg-export-text = { $n ->
    [one] The file has { $n } person, with the answers.
   *[other] The file has { $n } people, with their answers.
}
reg-export-why = What is the file for?
reg-export-why-hint-people = For example name badges. We note who downloads it, when, why and how many people it is about.
reg-export-why-hint-needs = For example for the kitchen. We note who downloads it, when, why and how many people it is about.
reg-export-why-missing = Write what the file is for, for example name badges
reg-export-why-long = Write it in { $n } characters or fewer
reg-export-sensitive = Include answers about food and access
reg-export-sensitive-hint = Only when you need them together with the names. The numbers alone are on the page about food and access.
reg-export-after = Delete the file when you no longer need it.
reg-export-xlsx = Download for Excel (XLSX)
reg-export-csv = Download as CSV
reg-export-pdf = Download list for print (PDF)
reg-export-pdf-hint = The PDF list has number, name, organisation and status, and no answers.
reg-export-page = Page { $page } of { $pages }
reg-export-taken = Taken out { $when }. Purpose: { $why }
reg-needs-title = Food and access
reg-needs-file = food-and-access
reg-needs-text = { $n ->
    [one] The numbers are of the one person who has a place, without the name.
   *[other] The numbers are of the { $n } people who have places, without names.
}
reg-needs-no-questions = The form has no questions about food or access.
reg-needs-question = Question
reg-needs-answer = Answer
reg-needs-people = People
reg-needs-unanswered = Not answered
reg-needs-download = Download the numbers

# One person, as organisers see them.
reg-person-title = Sign-up no. { $n }
reg-person-offered-until = The offer stands until
reg-person-calendar = Answer in the calendar
reg-person-choice-held = Has a place
reg-person-choice-waiting = On the waiting list
reg-person-choice-offered = Offered a place
reg-person-choice-released = Cancelled
reg-person-party = Signed up together with
reg-person-answers = Answers
reg-person-sensitive-show = Show the answers about food and access
reg-person-sensitive-noted = We note that you have seen them.
reg-person-sensitive-none = No answers.
reg-person-sensitive-not-yours = Your role does not show these answers.
reg-person-letters = See the letters to this person
reg-person-history = What has happened
reg-person-history-signed_up = signed up
reg-person-history-admitted = got a place
reg-person-history-received = signed up, and the organiser was to decide
reg-person-history-declined = was told no by the organiser
reg-person-history-moved_up = got a place from the waiting list
reg-person-history-waitlisted = went on the waiting list
reg-person-history-offered = was offered a place
reg-person-history-changed = changed the sign-up, or had it changed
reg-person-history-withdrew = cancelled
reg-person-history-withdrawn = was cancelled
reg-person-history-unseated = the delegation took the seat back
reg-person-history-signed_off = was cancelled by the organiser
reg-person-history-offer_lapsed = the offer lapsed or was declined
reg-person-history-handed_over = gave the place to somebody else
reg-person-history-event_cancelled = the event was cancelled
reg-person-history-repeated = the same address was signed up once more, and nothing changed
reg-person-history-replanned = the programme changed, and some of what was chosen with it
reg-person-history-attended = attended
reg-person-history-not_attended = did not attend after all
reg-person-history-undeliverable = e-mail did not arrive
reg-person-notes = Notes
reg-person-notes-none = Nobody has noted anything.
reg-person-note = New note
reg-person-note-hint = Do not write about health or anything else that is sensitive. The person can ask to read it, and it is deleted with the sign-up.
reg-person-note-save = Save the note
reg-person-note-delete = Delete the note
reg-person-note-own = written by you
reg-person-note-other = written by another organiser
reg-person-note-missing = Write what you want to note
reg-person-note-long = Write the note in { $n } characters or fewer

# What organisers do about the sign-ups of others.
reg-act-plass = Give a place
reg-act-endre = Change attendance and choices
reg-act-lenkje = Send the link again
reg-act-meld-av = Cancel the sign-up
reg-act-submit-plass = Give the place
reg-act-submit-endre = Save the changes
reg-act-submit-lenkje = Send the link
reg-act-submit-meld-av = Cancel the sign-up
reg-act-then-meld-av-admitted = The place goes to the next person on the waiting list, or becomes free. The person gets an e-mail saying that the organiser cancelled, and the event is taken out of the calendar. You cannot undo this, but the person can be signed up again while there are places.
reg-act-then-meld-av-waiting = The person loses the place on the waiting list, and gets an e-mail saying that the organiser cancelled. You cannot undo this.
reg-act-then-meld-av-offered = The offer of a place goes to the next person on the waiting list. The person gets an e-mail saying that the organiser cancelled. You cannot undo this.
reg-act-then-plass-waiting = There is a free place. The person goes from the waiting list to being signed up, and gets an e-mail with an invitation for the calendar.
reg-act-godkjenn = Approve
reg-act-avslag = Decline
reg-act-submit-godkjenn = Approve
reg-act-submit-avslag = Decline
reg-act-then-godkjenn = If there is a free place, the person gets it and an e-mail with an invitation for the calendar. Otherwise the person joins the end of the waiting list, and gets an e-mail that says so.
reg-act-then-avslag = The person gets no place, and an e-mail that says so. You cannot undo this, but the person can be signed up again.
reg-act-reason = Reason
reg-act-reason-hint = Stands in the e-mail to the person, as you write it.
reg-act-reason-long = Write at most { $most } characters.
reg-act-approved = The person is approved
reg-act-approved-text = An e-mail is on its way. Below you see whether the person got a place or is on the waiting list.
reg-act-declined = The person has been declined
reg-act-declined-text = An e-mail that says so is on its way.
reg-act-decided = It has been decided already
reg-act-decided-text = Somebody has answered the sign-up. Nothing was changed.
reg-act-then-plass-offered = You accept the offer for the person, and for those who were offered a place together. They get an e-mail with an invitation for the calendar.
reg-act-then-lenkje = The person gets an e-mail with the link to their own page. The link that was sent before still works. You do not see the link.
reg-act-then-endre = The person’s answers stay as they are. The change shows on the person’s page, and is sent by e-mail when it changes something in the calendar.
reg-act-passes = { $n ->
    [one] { $n } person stands before them in the queue, and is passed over.
   *[other] { $n } people stand before them in the queue, and are passed over.
}
reg-act-noted = We note that it was you who did it.
reg-act-back = Back without doing anything
reg-act-problems = To save, put this right:
reg-act-placed = The person has a place
reg-act-placed-text = An e-mail with the invitation is on its way.
reg-act-moved = The changes are saved
reg-act-moved-text = The page below shows how it stands now.
reg-act-link-sent = The link is on its way
reg-act-link-sent-text = It goes to the e-mail address below.
reg-act-signed-off = The sign-up is cancelled
reg-act-signed-off-text = The person is told by e-mail.
reg-act-added = The person is signed up
reg-act-added-text = A confirmation with an invitation and the link to their own page is on its way by e-mail.
reg-act-added-waiting = The person is on the waiting list
reg-act-added-waiting-text = There is no free place now. The person gets an e-mail about the place in the queue, with the link to their own page.
reg-act-known = The address is signed up already
reg-act-known-text = Nothing was changed. Here is the sign-up that there is.
reg-act-full = There is no free place
reg-act-full-text = No more places are given than there are. Cancel another sign-up, or raise the number of places of the event.
reg-act-lapsed = The offer is no longer open
reg-act-lapsed-text = The place goes to the next person on the waiting list.
reg-act-gone = The sign-up is cancelled
reg-act-gone-text = It cannot be changed. Sign the person up again if needed.
reg-act-over-text = Sign-ups cannot be changed after the event is over.
reg-act-cancelled-text = Sign-ups cannot be changed when the event is cancelled.
reg-act-impossible = That did not work
reg-act-impossible-text = The sign-up stands so that this cannot be done. Nothing was changed.
reg-add-title = Sign somebody up
reg-add-text = The person gets a confirmation by e-mail, or word of the waiting list, and can change the answers or cancel. You only need to fill in name and e-mail; the rest is asked for on the person’s own page.
reg-add-left-out = Only the person can give consent and answers about food and access.
reg-add-waiting = All places are taken, so the person goes on the waiting list.
reg-add-email-hint = The person’s address, not your own.
reg-add-submit = Sign up
reg-add-full-text = All places are taken, and there is no waiting list. No more places are given than there are.
reg-several-title = Act on several
reg-several-text = { $n ->
    [one] The selection from the list has { $n } person. Choose what to do; you see whom it concerns first.
   *[other] The selection from the list has { $n } people. Choose what to do; you see whom it concerns first.
}
reg-several-meld-av = Cancel several sign-ups
reg-several-godkjenn = Approve several
reg-several-avslag = Decline several
reg-several-will-godkjenn = { $n ->
    [one] { $n } person can be approved. If there is a free place, the person gets it; otherwise the person joins the waiting list. The person gets an e-mail.
   *[other] { $n } people can be approved. They get places as long as there are any, in the order below; the rest join the waiting list. Each of them gets an e-mail.
}
reg-several-will-avslag = { $n ->
    [one] { $n } person can be declined. The person gets an e-mail that says so. You cannot undo this.
   *[other] { $n } people can be declined. Each of them gets an e-mail that says so. You cannot undo this.
}
reg-several-done-godkjenn = { $n ->
    [one] { $n } person is approved.
   *[other] { $n } people are approved.
}
reg-several-done-avslag = { $n ->
    [one] { $n } person is declined.
   *[other] { $n } people are declined.
}
reg-several-submit-godkjenn = Approve those who are ticked
reg-several-submit-avslag = Decline those who are ticked
reg-several-why-decided = has been decided already
reg-several-why-full = there is no free place, and no waiting list
reg-several-kom = Note that several came
reg-several-kom-ikkje = Note that several did not come after all
reg-several-will-meld-av = { $n ->
    [one] { $n } sign-up can be cancelled. The place goes to the waiting list, and the person gets an e-mail saying that the organiser cancelled. You cannot undo this.
   *[other] { $n } sign-ups can be cancelled. The places go to the waiting list, and each person gets an e-mail saying that the organiser cancelled. You cannot undo this.
}
reg-several-will-kom = { $n ->
    [one] You can note that { $n } person came.
   *[other] You can note that { $n } people came.
}
reg-several-will-kom-ikkje = { $n ->
    [one] { $n } person is noted as having come, which can be taken back.
   *[other] { $n } people are noted as having come, which can be taken back.
}
reg-several-done-meld-av = { $n ->
    [one] { $n } sign-up is cancelled.
   *[other] { $n } sign-ups are cancelled.
}
reg-several-done-kom = { $n ->
    [one] It is noted that { $n } person came.
   *[other] It is noted that { $n } people came.
}
reg-several-done-kom-ikkje = { $n ->
    [one] It is noted that { $n } person did not come after all.
   *[other] It is noted that { $n } people did not come after all.
}
reg-several-submit-meld-av = Cancel the sign-ups that are ticked
reg-several-submit-kom = Note that those who are ticked came
reg-several-submit-kom-ikkje = Note that those who are ticked did not come
reg-several-people = Whom it concerns
reg-several-unfit = It does not concern these
reg-several-undone = Not done for these
reg-several-back = Back to the list
reg-several-more = Do something more with the selection
reg-several-most = The selection has { $found } people. Here are the first { $n }; take the rest afterwards, or choose fewer in the list.
reg-several-nobody-chosen = Tick at least one person
reg-several-why-signed-off = is cancelled
reg-several-why-over = the event is over
reg-several-why-cancelled = the event is cancelled
reg-several-why-no-place = has no place
reg-several-why-online = takes part online
reg-several-why-came = is noted as having come
reg-several-why-did-not-come = is not noted as having come
reg-several-why-busy = the system was busy; try again
reg-foreign-title = Take in sign-ups
reg-foreign-text = If people signed up in another form, such as Microsoft Forms or Pindena, save the answers from there as an Excel file or CSV and choose the file here. You see what we read before anybody is signed up.
reg-foreign-file = File with sign-ups
reg-foreign-file-hint = Excel file (xlsx) with headings in the first line of the first sheet, or CSV UTF-8. At most 500 people.
reg-foreign-read = Read the file
reg-foreign-columns = What the columns are
reg-foreign-columns-text = We have guessed from the headings. Put right what is wrong, and look at the lines again. Consent and answers about food and access are not taken in; the person gives them on their own page.
reg-foreign-column-name = Full name
reg-foreign-column-first-name = First name
reg-foreign-column-last-name = Last name
reg-foreign-column-email = E-mail
reg-foreign-column-form = How the person takes part
reg-foreign-no-column = No column
reg-foreign-form = How do they take part?
reg-foreign-form-hint = For those without an answer in the column on taking part.
reg-foreign-form-missing = Choose how they take part
reg-foreign-columns-missing = Choose the columns with e-mail and name
reg-foreign-look = Look at the lines again
reg-foreign-again = Look at the lines before you take them in
reg-foreign-again-text = You have changed something since. Here are the lines as they are read now.
reg-foreign-preview = What happens
reg-foreign-count-place = { $n ->
    [one] { $n } person gets a place
   *[other] { $n } people get a place
}
reg-foreign-count-waits = { $n ->
    [one] { $n } person goes on the waiting list
   *[other] { $n } people go on the waiting list
}
reg-foreign-count-full = { $n ->
    [one] { $n } person gets no place
   *[other] { $n } people get no place
}
reg-foreign-count-known = { $n ->
    [one] { $n } person is signed up already
   *[other] { $n } people are signed up already
}
reg-foreign-count-before = { $n ->
    [one] { $n } person was taken in before, and is not taken in again
   *[other] { $n } people were taken in before, and are not taken in again
}
reg-foreign-count-twice = { $n ->
    [one] { $n } line has an address that stands further up
   *[other] { $n } lines have an address that stands further up
}
reg-foreign-count-wrong = { $n ->
    [one] { $n } line cannot be taken in
   *[other] { $n } lines cannot be taken in
}
reg-foreign-fate-place = Gets a place
reg-foreign-fate-waits = Waiting list
reg-foreign-fate-full = No place
reg-foreign-fate-known = Signed up already
reg-foreign-fate-before = Taken in before
reg-foreign-fate-twice = The address stands further up
reg-foreign-fate-wrong = Cannot be taken in
reg-foreign-left-out = The answer is left out.
reg-foreign-lines = The lines of the file
reg-foreign-line = Line
reg-foreign-then = Each of them gets an e-mail with a confirmation or their place in the queue, and the link to their own page.
reg-foreign-take = { $n ->
    [one] Sign up { $n } person
   *[other] Sign up { $n } people
}
reg-foreign-done = The list is taken in
reg-foreign-another = Take in another file
reg-foreign-missing = Choose a file with sign-ups
reg-foreign-too-large = Split the file; this one is too large
reg-foreign-nobody = Choose a file with headings in the first line and people under them
reg-foreign-too-many-rows = Split the file, with at most { $n } people in each
reg-foreign-too-many-columns = Remove columns that are not needed; there can be at most { $n }
reg-foreign-encoding = Save the file as CSV UTF-8; line { $line } has characters that we cannot read
reg-foreign-quote = Put the quotation mark in line { $line } right; it never ends
reg-foreign-damaged = Save the file again from Excel, or as CSV UTF-8; this one is damaged or not an Excel file
reg-foreign-locked = Save the file as xlsx without a password, or as CSV UTF-8

# The person's own page.
my-title = Your sign-up
my-problems = Please fix this:
my-state-admitted = You are signed up.
my-state-waiting = You are on the waiting list.
my-state-undecided = The organiser has not decided yet.
my-state-undecided-text = We have received your sign-up. You do not have a place before the organiser has said yes. You will get an e-mail when it is decided.
my-state-declined = You did not get a place.
my-state-declined-text = The organiser has declined your sign-up. The answer is in the e-mail that you have been sent.
my-state-offered = You have been offered a place.
my-state-withdrawn = Your place is cancelled.
my-offer = Would you like the place?
my-offer-text = We are keeping a place for you until { $when }. If we do not hear from you, the next person on the list gets it.
my-offer-accept = Yes, I want the place
my-offer-decline = No, thank you
my-join = Go to the online meeting
my-change = Change your sign-up
my-withdraw = Cancel my place
my-hand-over = Pass the place on
my-attend = Taking part
my-choose = Choose between these
my-choose-text = The programme has changed, so you cannot get to everything you chose. Choose before { $when }. If we do not hear from you, you keep what you chose first, and the other place goes to the next person on the list.
my-choose-one = Which would you like to attend?
my-choose-submit = Save the choice
my-choose-missing = Choose one of each pair and save again. Nothing has changed.
my-nothing-to-choose = There is nothing to choose between
my-nothing-to-choose-text = You have chosen already, the time has passed, or the programme has changed again. This is how your sign-up stands now.
my-gone = No longer given
my-gone-instead = These have room at the same time:
my-gone-nothing = Nothing else has room at the same time.
my-gone-choose = Choose something else
my-held = What we hold about you
my-held-text = { $organisation } is responsible for the data.
my-language = Language of e-mails
my-language-nn = Nynorsk
my-language-nb = Bokmål
my-language-sv = Svenska
my-language-en = English
my-signed-up-at = Signed up at
my-attended-at = Attended
my-placed-tables = Table { $number }
my-placed-groups = Group { $number }
my-reply = Answer from your calendar
my-reply-accepted = Yes
my-reply-tentative = Maybe
my-reply-declined = No
my-reply-delegated = Somebody else comes
my-reply-proposed = Proposes another time
my-reply-leaves = You answered no in your calendar. We will sign you off { $when }. If you have changed your mind, answer yes in your calendar before that.
my-no-answer = Not answered
my-download = Download all we hold about you (JSON)
my-calendar = Calendar
my-calendar-text = The invitation is in the e-mail you got. Open the attachment, and the event is put in your calendar and kept up to date.
my-feed = Subscribe to your calendar
my-feed-address = Or paste this address into your calendar program:
my-link = Your link
my-link-text = The link to this page is for you only. Has somebody else got hold of it?
my-new-link = Get a new link
my-erase-text = You can have everything we hold about you deleted.
my-erase = Delete everything about me
my-see = See your sign-up
my-back = Cancel

# Changing.
my-change-title = Change your sign-up
my-email-fixed = E-mail: { $email }. The address cannot be changed here. If somebody else is coming instead of you, pass the place on.
my-save = Save
my-changed = Your change is saved
my-changed-text = This is your sign-up as it stands now.
my-accepted = The place is yours
my-accepted-text = You will get an e-mail with a calendar invitation.

# Confirming, and what was done.
my-withdraw-question = Do you want to cancel your place?
my-withdraw-then = The place goes to the next on the waiting list, and the event is taken out of your calendar. You cannot undo this, but you can sign up again while there are places.
my-withdraw-then-waiting = You lose your place on the waiting list. You cannot undo this, but you can join the end of the list again while sign-up is open.
my-withdraw-then-undecided = You take your sign-up back before the organiser has decided. You cannot undo this, but you can sign up again while sign-up is open.
my-withdraw-then-offered = The offer of a place goes to the next on the waiting list, and you are no longer on the list. You cannot undo this.
my-withdraw-submit = Yes, cancel my place
my-withdraw-done = Your place is cancelled. Thank you for telling us.
my-withdraw-after = You will get an e-mail that says so.
my-decline-done = Thank you for telling us.
my-decline-after = The place goes to the next on the list, and you are no longer on the waiting list.
my-hand-over-then = If the new person is not signed up already, they take over your place and get an e-mail with a calendar invitation and a link of their own. Your place is then cancelled, and your answers do not go with it. You cannot undo this. If they are signed up already, nothing changes.
my-hand-over-name = Name of the new person
my-hand-over-email = E-mail of the new person
my-hand-over-submit = Pass the place on
my-hand-over-done = The place has been passed on.
my-hand-over-after = We have written to the new person, and you will get an e-mail saying that your place is cancelled.
my-hand-over-not = The place is still yours.
my-hand-over-not-after = It could not go to the address you wrote. We have written to its owner, and nothing has changed for you. If somebody else should have the place, try another address.
my-new-link-question = Do you want a new link?
my-new-link-then = The link you are using will stop working, and so will those in your calendar. The new one comes by e-mail.
my-new-link-submit = Send a new link
my-new-link-done = A new link is on its way.
my-new-link-after = See your e-mail. The old link no longer works.
my-erase-question = Do you want to delete everything about you?
my-erase-then = We will delete your name, e-mail and all answers. You cannot undo this, and the link stops working.
my-erase-then-place = You lose your place, and it goes to the next person on the waiting list. We delete your name, your e-mail address and every answer you gave. This cannot be undone, and the link stops working.
my-erase-submit = Yes, delete everything
my-erase-done = Everything about you is deleted.
my-erase-after = We no longer hold your name, e-mail or answers for this event.

# When it cannot be done.
my-too-late = It is too late to cancel here
my-too-late-text = The deadline has passed. Please tell the organiser that you are not coming.
my-already-withdrawn = Your place is already cancelled
my-already-withdrawn-text = There is nothing more to do. You can sign up again while there are places.
my-not-invited = The place cannot be given to this address
my-not-invited-text = The event is not for everybody. Ask the organiser if you would like somebody else to come instead.
my-no-offer = There is no offer to answer
my-no-offer-text = The deadline may have passed, or you have answered already. This is your sign-up as it stands now.
my-no-place = You have no place to pass on
my-no-place-text = Only somebody who has a place can pass it on. This is your sign-up as it stands now.
my-not-possible = That is no longer possible
my-not-possible-text = The event is over, cancelled or closed for changes. Ask the organiser.
my-not-genuine = Please try again
my-not-genuine-text = The page had been open for too long. Nothing was changed. Press the button once more.
my-dead-title = The link no longer works. Get a new one by e-mail.
my-dead-text = Enter the e-mail address you signed up with, and we will send a link for each event you are signed up for.
my-dead-submit = Send a new link
my-dead-sent = If the address is signed up for something that is coming, a new link is on its way there. See your e-mail.

# What does not fit in a field, and how to put it right. { $field } is the name of the field or the question.
answer-missing-name = Enter your name
answer-missing-other-name = { $field } Enter the name
answer-name-is-an-address = { $field } Enter only the name, without addresses and links
answer-missing-email = { $field } Enter the e-mail address, for example kari@council.org
answer-email-without-at = The e-mail address must contain @, for example kari@council.org
answer-email-spelling = { $field } The part before @ does not look right. Enter one address without spaces, for example kari@council.org
answer-email-letters = { $field } The part before @ can only have the letters a to z. Enter the address as it stands in your e-mails
answer-email-domain = { $field } The part after @ does not look right. It should be like council.org
answer-missing-text = { $field } Enter an answer
answer-missing-choice = { $field } Choose one of the answers
answer-missing-several = { $field } Choose at least one of the answers
answer-missing-number = { $field } Enter a number
answer-missing-date = { $field } Enter day, month and year, for example 16 3 2027
answer-missing-phone = { $field } Enter the telephone number, for example +47 900 12 345
answer-missing-municipality = { $field } Enter the name of the municipality
answer-missing-organisation = { $field } Enter the name of the organisation or its organisation number
answer-missing-organisation-number = { $field } Enter the organisation number
answer-too-long = { $field } The answer has { $length } characters. Shorten it to { $limit } at most
answer-line-break = { $field } Write everything on one line
answer-control-character = { $field } It contains a character that cannot be shown. Type the answer instead of pasting it
answer-number-unreadable = { $field } Write the number in figures, for example 12
answer-number-not-whole = { $field } Enter a whole number, without commas or points
answer-number-too-small = { $field } The number must be { $min } or more
answer-number-too-large = { $field } The number must be { $max } or less
answer-no-such-option = { $field } Choose among the answers given
answer-date-incomplete = { $field } Fill in day, month and year
answer-date-year = { $field } Write the year with four figures, for example 2027
answer-no-such-date = { $field } There is no such date. Write day, month and year in figures, for example 16 3 2027
answer-date-too-far = { $field } Enter a year between { $first } and { $last }
answer-phone-unreadable = { $field } Write the number in figures, for example +47 900 12 345
answer-phone-without-country = { $field } Write the number with its country code, for example +47 900 12 345
answer-phone-length = { $field } The number has too few or too many figures. Include the country code
answer-municipality-unknown = { $field } We found no municipality called “{ $typed }”. Choose one from the list
answer-municipality-unclear = { $field } We are not sure which municipality “{ $typed }” is. Choose one of those below
answer-organisation-number = { $field } The organisation number is not right. See if two figures are swapped, or enter the name
answer-organisation-number-length = { $field } A Norwegian organisation number has 9 figures, a Swedish one 10. You can also enter the name
answer-number-alone = { $field } The organisation number is not right. See if two figures are swapped
answer-number-alone-length = { $field } Enter the organisation number in figures: a Norwegian one has 9, a Swedish one 10
answer-personal-number = { $field } This looks like a personal identity number. We do not need that; enter the name of the organisation
answer-unknown-language = { $field } Choose nn, nb, sv or en
answer-wrong-kind = { $field } The answer is of the wrong kind. See the type in the description of the question
answer-answers-wrong-kind = { $field } Send a JSON object with the key of each question and the answer to it
answer-unknown-question = { $field } The form has no such question
answer-unknown-choice = { $field } Something you chose is no longer there. Choose again
answer-choice-full = { $field } There is no place left in “{ $first }”. Choose something else
answer-clashing-choices = { $field } You cannot get to both “{ $first }”{ $first_when } and “{ $second }”{ $second_when }. Choose one of them
answer-same-session = { $field } “{ $first }” is chosen twice:{ $first_when } and{ $second_when }. Choose one of the times
answer-other-form = { $field } “{ $first }” is not for those who take part the way you chose. Untick it, or take part the other way
answer-missing-form = { $field } Choose one of the ways
answer-unknown-form = { $field } It is no longer possible to take part that way. Choose again
answer-form-full = { $field } There are no places left there. Nothing has changed, and you take part as before
answer-same-address-twice = { $field } The address is already used for another person here. Enter one address for each
answer-other-email-without-at = { $field } The address must contain @, for example kari@council.org

# What the API says in words.
reg-api-invalid = Something in the request must be put right
reg-api-invalid-text = See the list of fields.
reg-api-malformed = This is not JSON
reg-api-malformed-text = The body of the request must be a JSON object with name, email, language, answers and choices.
reg-api-media-type = Wrong content type
reg-api-media-type-text = Send JSON with Content-Type: application/json.
reg-api-key = The Idempotency-Key cannot be used
reg-api-key-text = The key must have between 1 and 180 visible ASCII characters.
reg-api-key-used = The key was used before
reg-api-key-used-text = The same Idempotency-Key was sent before with other content. Use a new key for each sign-up.

# The certificate of attendance.
certificate-heading = Certificate of attendance
certificate-certifies = This is to certify that
certificate-took-part = took part in
certificate-online = Online
certificate-organisers = { $n ->
    [one] Organiser
   *[other] Organisers
}
certificate-issued = Issued { $date }
certificate-link = Download your certificate of attendance (PDF)

# Signing up for a whole series
series-form-title = Sign up for the whole series { $series }
series-form-text = You are signed up for every date to come, and get an invitation in your calendar for each. If a date does not suit you, you say “not this time” with one press.
series-to-page = To the page about the series
series-ahead = Dates to come
series-past = Dates that have been
series-none-ahead = No dates have been set yet. You will be signed up when they come.
series-consent = By signing up, you agree that { $organisation } keeps your name, e-mail and answers and signs you up for new dates in the series. You can withdraw your consent at any time.
series-purpose = We use them for nothing else.
series-kept = { $days ->
    [one] We delete them when you leave the series, and no later than { $days } day after the last date.
   *[other] We delete them when you leave the series, and no later than { $days } days after the last date.
}
series-submit = Sign me up for the whole series
series-thanks = Thank you! You are signed up for the whole series.
series-thanks-after = Please check your e-mail. It brings your own link, and for each date word of whether you have a place, are on the waiting list or got no place.
series-mine-title = Your series
series-follows = You are signed up for the whole series.
series-follows-text = New dates come by themselves. The link to this page is for you only.
series-left = You have left the series.
series-left-text = No new dates will come. Dates that have been, and those you signed up for yourself, are as before.
series-again = Sign me up for the series again
series-date-admitted = You have a place.
series-date-waiting = You are on the waiting list.
series-date-undecided = The organiser has not decided yet.
series-date-offered = You have been offered a place.
series-date-withdrawn = Your place is cancelled.
series-date-full = It was full when you were to be signed up, and this date has no waiting list. If a place is freed, it goes to whoever signs up first.
series-date-early = Sign-up is not open yet.
series-date-soon = You will soon be signed up.
series-date-closed = Sign-up was closed when you joined the series.
series-date-cancelled = Cancelled.
series-date-own = You signed up for this date yourself.
series-opens = It opens { $when }.
series-skip = Not this time
series-look-again = See if there is a place now
series-date-mine = Your sign-up
series-leave = Leave the series
series-leave-question = Do you want to leave the series?
series-leave-then = Your places on dates to come are cancelled, and no new ones come. Dates that have been, and those you signed up for yourself, are as before.
series-leave-submit = Yes, leave the series
series-signed-off-from = Your place is cancelled for:
series-erase-text = You can have everything about you in the series deleted.
series-erase-question = Do you want everything about you in the series deleted?
series-erase-then = We cancel what is to come, and delete the standing sign-up and the sign-ups that came with it, also for dates that have been. This cannot be undone. Dates you signed up for yourself have links of their own.
series-erase-submit = Yes, delete everything
series-erased = Everything is deleted.
series-erased-after = You will get no more letters about the series, other than what takes dates out of your calendar.
series-held-text = { $organisation } is responsible for your data.
series-nothing-held = We no longer have your name or e-mail in the series. Sign-ups for single dates have deadlines of their own.
my-series = You are signed up for the whole series that this date belongs to.
my-series-link = See all dates
my-withdraw-series = This is about this date only. You are still signed up for the rest of the series.
my-erase-series = You are taken out of the series too, so that no new dates come. Dates you are signed up for already are as before.

reg-insight-title = Access and deletion
reg-insight-link = See who has seen what, and what has been deleted
reg-insight-lead = This page shows who has seen, taken out or noted something about participants, and what has been deleted. No participant is named here.
reg-insight-looks = Who has done what
reg-insight-accounts = Follow the link of an account to see whose it is. An account that no longer has access in the organisation is not found there.
reg-insight-found = { $n ->
    [one] 1 entry, newest first
   *[other] { $n } entries, newest first
}
reg-insight-when = When
reg-insight-who = Who
reg-insight-what = What
reg-insight-people = People
reg-insight-account = Account { $code }
reg-insight-own = (you)
reg-insight-did-list = Looked at the list
reg-insight-did-search = Searched the list
reg-insight-did-attended = Noted that somebody came
reg-insight-did-not_attended = Noted that somebody did not come after all
reg-insight-did-person = Looked at one person
reg-insight-did-sensitive = Looked at the sensitive answers of one person
reg-insight-did-export = Took the list out as a file
reg-insight-did-needs = Looked at which food and adaptations are needed
reg-insight-did-needs_export = Took the needs out as a file
reg-insight-did-note = Wrote a note
reg-insight-did-note_deleted = Deleted a note
reg-insight-did-let_in = Let somebody in who was not signed up
reg-insight-did-signed_off = Cancelled somebody’s sign-up
reg-insight-did-gave_place = Gave a place to somebody who waited
reg-insight-did-moved = Changed somebody’s attendance or choices
reg-insight-did-link_sent = Sent the link again
reg-insight-did-added = Signed somebody up
reg-insight-did-unpublished = Unpublished the event
reg-insight-did-approved = Approved a person
reg-insight-did-declined = Declined a person
reg-insight-nobody = Nobody has looked at the list yet.
reg-insight-looks-pages = Pages of who has done what
reg-insight-newer = Newer
reg-insight-older = Older
reg-insight-page = Page { $page } of { $pages }
reg-insight-erased = What has been deleted
reg-insight-erased-lead = The receipts say that something was deleted, when and why, but not what it was.
reg-insight-receipts = Receipts, newest first
reg-insight-gone = Deleted
reg-insight-answers = Answers to:
reg-insight-everything = Everything about the person
reg-insight-why = Why
reg-insight-why-question = The time limit of the question had passed
reg-insight-why-unplaced = Never got a place, or signed off
reg-insight-why-retention = The time limit of the organisation had passed
reg-insight-why-person = The person wanted it deleted
reg-insight-erased-pages = Pages of what has been deleted
reg-insight-nothing = Nothing has been deleted yet.

# At the door.
door-title = Entrance
door-tally = { $come } of { $expected } have come
door-search = Search by name, organisation or municipality, or type the code on the badge
door-scan = Scan a badge
door-scan-stop = Stop scanning
door-scan-looking = Hold the camera over the code on the badge.
door-scan-refused = We could not use the camera. Type the code instead.
door-search-submit = Search
door-everybody = Show everybody we are waiting for
door-found = Found
door-found-nobody = We found nobody. Check the spelling, or search for a part of the name.
door-still-expected = Not here yet
door-nobody = We are not waiting for anybody.
door-more = There are more than are shown here. Search to find them.
door-last = Dealt with last
door-came = Has come
door-noted = Recorded { $when }.
door-noted-by-you = Recorded { $when } by you.
door-noted-by-other = Recorded { $when } by somebody else at the door.
door-note = Has come
door-take-back = Undo: has not come
door-no-pictures = No photos
door-offered = Has been offered a place, which is kept until { $when }. You can accept it for them.
door-let-in = Accept the place and let in
door-not-chosen = Has not chosen this session. There is a place left.
door-give-place = Give a place and let in
door-waits = Waiting list
door-wait-position = Number { $n } on the waiting list. Nobody passes the queue at the door; whoever gets a place is told by e-mail.
door-wait-session = Is on a waiting list and has no place here now.
door-is-anew = Signed off
door-then-anew = Has signed off. If there is a place left, you can sign them up again under “Comes without having signed up”.
door-is-online = Online
door-then-online = Has a place online, not in the room.
door-is-full = Full
door-then-full = Has not chosen this session, and every place is taken.
door-walk-in = Comes without having signed up
door-walk-in-then = We sign the person up and record that they have come if there is a place left. Confirmation and a link to their own page come by e-mail.
door-walk-in-submit = Sign up and let in
door-problems = To sign them up, correct this:
door-full = There are no places left
door-full-text = Every place is taken, or kept for somebody in the queue. We have not signed anybody up.
door-doors = Doors
door-of-event = The whole event
door-audited = We note who looks at the list and records attendance, and when.
door-away = You are offline. Keep this page open: what you mark is sent when you are online again.
door-away-sent = You are online again, and everything has been sent.
door-away-needs = This needs a network. Try again when you are online.
door-away-out = You are signed out, or no longer have access. Load the page again and sign in, and what is waiting will be sent.
door-away-marks = Waiting to be sent
door-away-undo = Undo
door-away-waits = Waiting to be sent.
door-away-nobody = We found nobody in the list that this phone has now. The person may have withdrawn, be on the waiting list or take part online.
door-away-badge = Badge
door-away-theirs = Marks made by somebody else who was signed in are also waiting on this phone: { $n }. They are sent when that person signs in here and opens the door.
door-away-refused = Not marked the way you did
door-away-somebody = Somebody you marked
door-away-look = Show this person
door-away-already = Was marked before, for example at another door.
door-away-anew = Has withdrawn.
door-away-wait = Is on the waiting list and has no place here.
door-away-online = Has a place online, not in the hall.
door-away-give-place = Has not chosen this session. Search for the person to give a place.
door-away-full = Has not chosen this session, and every place is taken.
door-away-let-in = Has been offered a place. Search for the person to accept it.
door-away-unknown = Is no longer in the list.
door-away-seen = OK
door-said-already = It is recorded already.
door-said-no-place = The person has no place here, so their attendance is not recorded.
door-said-full = The last place has just been taken. Their attendance is not recorded.
door-said-clash = The person has chosen something else at the same time. Their attendance is not recorded.
door-said-offer-lapsed = The offer of a place is no longer valid. Their attendance is not recorded.
door-said-over = The event is over or cancelled.

# The numbers of an event.
reg-numbers-title = Sign-up in numbers
reg-numbers-link = See the sign-up in numbers and charts
reg-numbers-csv = Download the numbers (CSV)
reg-numbers-file = numbers
reg-numbers-chart = Chart: { $what }. The table says the same.
reg-numbers-few = fewer than { $n }
reg-numbers-hidden = Small numbers are given as “fewer than { $n }”, so that they do not tell who it is.
reg-numbers-now = Now
reg-numbers-time = Sign-up over time
reg-numbers-day = Day
reg-numbers-signed-up = Signed up
reg-numbers-withdrew = Signed off
reg-numbers-held = Signed up at the end of the day, waiting list included
reg-numbers-changes = Signed up and off
reg-numbers-up = Up: signed up, at most { $n }
reg-numbers-down = Down: signed off, at most { $n }
reg-numbers-held-most = Signed up in all, at most { $n }
reg-numbers-days-each = Each bar stands for { $n } days.
reg-numbers-nobody = Nobody has signed up yet.
reg-numbers-places = Places
reg-numbers-place = Place in
reg-numbers-capacity = Places
reg-numbers-taken = Taken
reg-numbers-taken-of = { $taken } of { $capacity }
reg-numbers-left = Left
reg-numbers-waiting = Waiting
reg-numbers-endless = unlimited
reg-numbers-places-key = The outline shows the places, the filled part those that are taken.
reg-numbers-drawn = The chart shows the first { $n } lines of the table.
reg-numbers-with-place = { $n ->
    [one] The numbers below are about the one person who has a place.
   *[other] The numbers below are about the { $n } who have a place.
}
reg-numbers-of-attendance = Attendance
reg-numbers-of-form = Form of attendance
reg-numbers-of-language = Language
reg-numbers-of-municipality = Municipality
reg-numbers-of-county = County
reg-numbers-of-reply = Answers from calendars, of everybody signed up
reg-numbers-reply-accepted = Yes
reg-numbers-reply-tentative = Maybe
reg-numbers-reply-declined = No
reg-numbers-reply-delegated = Sends somebody else
reg-numbers-reply-proposed = Suggests another time
reg-numbers-letters = Numbers of letters: planned, sent, skipped and not delivered
reg-numbers-of-invitation = Personal invitations
reg-numbers-invited = Invited
reg-numbers-invited-all = Invited in all: { $n }. Withdrawn invitations are not counted.
reg-numbers-of-answer = Answer
reg-numbers-line = Group
reg-numbers-people = Have a place
reg-numbers-came = Came
reg-numbers-came-not = Did not come
reg-numbers-came-key = The outline shows those who have a place, the filled part those who came.
reg-numbers-form-in_person = In person
reg-numbers-form-online = Online
reg-numbers-unanswered = Not answered, or the answer is deleted
reg-numbers-table = Table
reg-numbers-what = What
reg-numbers-number = Number

# Badges and table signs.
badge-title = Badges and table signs
badge-print = Print a badge
badge-for-one = For
badge-for-many = { $n ->
    [one] For { $n } person who has a place.
   *[other] For { $n } people who have a place.
}
badge-text = The badges have name, role, organisation and a code that can be scanned or typed in at the door. The code says nothing about the person. Print on A4 without scaling and cut along the marks, ten on each sheet. The table signs are folded in the middle.
badge-take-badges = Download badges (PDF)
badge-take-signs = Download table signs (PDF)
badge-take-blank = Download a sheet of blank badges (PDF)
badge-nobody = Nobody in the selection has a place. Choose more in the list.
badge-again = Another badge
badge-badges = Badges
badge-badges-file = badges
badge-signs = Table signs
badge-signs-file = table-signs
badge-code = QR code
reg-insight-did-badges = Took out badges or table signs
reg-insight-did-archive = Downloaded the archive package
reg-insight-why-organiser = The person asked you to delete it
reg-archive-title = Archive package
reg-archive-link = Download the archive package
reg-archive-reminder = Everything about the participants will be deleted on { $date }.
reg-archive-lead = The package is a ZIP file that you can put in your records system before the participants’ details are deleted. It contains:
reg-archive-has-event = the event as it was published, as a web page (HTML) and as data (JSON)
reg-archive-has-form = the questions of the sign-up form, without answers
reg-archive-has-numbers = numbers for sign-up and attendance (CSV), with small numbers hidden
reg-archive-has-erased = receipts for what has been deleted (CSV)
reg-archive-has-manifest = a list of the files with SHA-256, according to the BagIt standard (RFC 8493)
reg-archive-has-programme = the versions of the programme as they were published, without the names of speakers (CSV and JSON)
reg-archive-programme = The programme
reg-archive-programme-version = Version
reg-archive-programme-released = Published
reg-archive-programme-what = What
reg-archive-programme-session = Session
reg-archive-programme-start = Start
reg-archive-programme-end = End
reg-archive-programme-room = Room
reg-archive-programme-added = New
reg-archive-programme-moved = Moved
reg-archive-programme-removed = Removed
reg-archive-programme-edited = Changed
reg-archive-without = Answers about food, accessibility and other sensitive matters are never included.
reg-archive-ahead = What will be deleted when
reg-archive-goes-unplaced = Everything about those who got no place or signed off
reg-archive-goes-everybody = Everything about all participants. The numbers stay.
reg-archive-all-gone = There is nothing more to delete, or the time limit is not known yet.
reg-archive-take = Download
reg-archive-people = { $n ->
    [one] Include the list of participants ({ $n } person)
   *[other] Include the list of participants ({ $n } people)
  }
reg-archive-people-hint = Only if the list must be preserved. We do not delete it from your archive.
reg-archive-why = What will the package be used for?
reg-archive-why-hint = For example archiving in case 26/123. We record who downloads it, when and why.
reg-archive-download = Download the package (ZIP)
reg-archive-organiser = Organiser
reg-archive-when = Time
reg-archive-where = Place
reg-archive-price = Price
reg-archive-state = Status
reg-archive-cancelled = Cancelled
reg-archive-choices = What one could choose
reg-archive-questions = Questions in the sign-up form
reg-asked-title = What you hold about a person
reg-asked-lead = When somebody wants to know what you hold about them, or wants it deleted, you find it here. You only see what belongs to the events and series of your organisation. First make sure that whoever asks is the person it is about.
reg-asked-email = The person’s e-mail address
reg-asked-email-wrong = Enter the person’s e-mail address, for example kari@kommune.no
reg-asked-often = You have asked many times in the last hour. Try again later.
reg-asked-why = Why do you ask?
reg-asked-why-hint = For example a request for access, case 26/123. Do not write a name or an address here. We record who asks, when and why, but not about whom.
reg-asked-why-missing = Write why you ask, for example a request for access, case 26/123
reg-asked-find = Find
reg-asked-held = What you hold
reg-asked-about = E-mail address:
reg-asked-nothing = You hold no sign-ups from this address.
reg-asked-is-admitted = signed up
reg-asked-is-waiting = waiting for a place
reg-asked-is-offered = has been offered a place
reg-asked-is-withdrawn = signed off
reg-asked-is-following = follows the series
reg-asked-is-invited = is invited
reg-asked-since = since
reg-asked-take = Download everything as a file (JSON)
reg-asked-erase-title = Delete everything about the person
reg-asked-erase-text = The person is signed off from what is to come, and the places go to the next in line. Sign-ups, answers, notes, letters and calendar replies are deleted. So are proposals, speaker presentations and links to act for a delegation. The programme no longer shows the name. The numbers stay. This cannot be undone.
reg-asked-erase-not = Contact persons of a network are in its list of members and must be changed there. Organisers’ accounts are found under
reg-asked-accounts = who has access
reg-asked-sure = Yes, delete everything about this person
reg-asked-sure-missing = Tick the box to delete everything about the person
reg-asked-erase = Delete everything
reg-asked-done = The details have been deleted. Other parts of the service will delete theirs shortly.
reg-asked-log = What was done before
reg-asked-log-lead = Here you see who has asked and what was done, but not about whom.
reg-asked-log-caption = The latest entries, newest first
reg-asked-log-empty = Nobody has asked yet.
reg-asked-sign-ups = Sign-ups and invitations
reg-asked-series = Series
reg-asked-elsewhere = Other things deleted
reg-asked-did-found = Saw what there is
reg-asked-did-taken = Downloaded everything
reg-asked-did-erased = Deleted everything

# Personal invitations.
reg-by-invitation = This event is by invitation only
reg-by-invitation-text = Those who are invited sign up with the link in their invitation. A link can be used once. Ask the organiser if you should have had an invitation.
reg-invited-form = You are invited. Your name and address are filled in for you, and you can correct them. The invitation is for one person.
reg-invited-decline-link = Can you not come?
reg-invited-decline = Can you not come?
reg-invited-decline-text = Let the organiser know, and we will not remind you of the invitation.
reg-invited-decline-submit = Decline the invitation
reg-invited-reason = Why not?
reg-invited-reason-hint = The organiser sees what you write. Do not write about health or anything else private.
reg-invited-reason-long = Write at most { $n } characters
reg-invited-forget = Also delete my name and e-mail address
reg-invited-forget-hint = The organiser then sees only that one person has declined, and the link in the letter stops working.
reg-invited-to-form = I want to sign up after all
reg-invited-declined = Thank you for your answer
reg-invited-declined-text = The organiser now knows that you cannot come.
reg-invited-again = Can you come after all? Sign up
reg-invited-used = The invitation has been used
reg-invited-used-text = Somebody has signed up with this invitation. If it was you, you were sent a link to your own page, where you can make changes and sign off.
reg-invited-own-page = Send me the link to my page
reg-invited-gone = The invitation is no longer valid
reg-invited-gone-text = Either the invitation has been withdrawn, or part of the link is missing. Ask the organiser if you have questions.
reg-invitations-title = Invitations
reg-invitations-link = Personal invitations
reg-invitations-lead = Everybody you invite gets a letter with their own link to the form. No letter goes before you send it. We do not track who opens the letter or the form.
reg-invitations-wording = See the letter, and put it in your own words
reg-invitations-over = Sign-up is not open, so nobody can be invited or reminded now.
reg-invitations-going = Letters on their way out: { $n }. They go by themselves, even if you close this page.
reg-invitations-missed = The reminder planned for { $when } was not sent, because sign-up was closed then.
reg-invitations-none = You have not invited anybody yet.
reg-invitations-send = Send invitations ({ $n })
reg-invitations-remind = Remind those who have not answered ({ $n })
reg-invitations-held = Not sent
reg-invitations-signed-up = Signed up
reg-invitations-declined = Declined
reg-invitations-signed-off = Signed off
reg-invitations-silent = Not answered
reg-invitations-unreachable = Letter not delivered
reg-invitations-taken-back = Withdrawn
reg-invitations-is-held = Waits to be sent
reg-invitations-is-signed-up = Signed up
reg-invitations-is-declined = Declined
reg-invitations-is-signed-off = Signed off
reg-invitations-is-silent = Not answered
reg-invitations-is-unreachable = Letter not delivered
reg-invitations-is-taken-back = Withdrawn
reg-invitations-found = Invited: { $n }
reg-invitations-sent = Sent
reg-invitations-reminded = Reminded
reg-invitations-act = Action
reg-invitations-take-back = Withdraw
reg-invitations-day-title = Remind automatically
reg-invitations-day-text = Those who have not answered by that day get one letter at 9 o'clock. Nobody is reminded more than once, and never anybody who has answered.
reg-invitations-day = Day of the reminder
reg-invitations-day-save = Save the day
reg-invitations-day-set = Those who have not answered will be reminded { $when }.
reg-invitations-day-clear = Do not remind automatically
reg-invitations-day-wrong = Enter a day that exists
reg-invitations-day-past = Choose a day that has not been
reg-invitations-day-late = Choose a day before sign-up closes
reg-invitations-done-held = They are on the list, and get no letter before you send the invitations.
reg-invitations-done-sent = The invitations have been sent.
reg-invitations-done-reminded = The reminders have been sent.
reg-invitations-done-taken-back = The invitation is withdrawn. The link in the letter no longer works.
reg-invitations-done-otherwise = The invitation could not be withdrawn. The person may have signed up meanwhile.
reg-invitations-done-day = The day is saved.
reg-invitations-done-no-day = Nobody is reminded automatically.
reg-invitations-done-nobody = There was nobody to write to.
reg-going-send = Send the invitations
reg-going-send-text = Each of these gets a letter with a link of their own.
reg-going-send-submit = Send to { $n }
reg-going-minn = Remind those who have not answered
reg-going-minn-text = These have got the invitation and not answered. They get one more letter, and no others.
reg-going-minn-submit = Send a reminder to { $n }
reg-going-look = See what the letter looks like
reg-going-nobody = There is nobody to write to now.
reg-invite-title = Invite more people
reg-invite-text = Invite only people you have reason to write to. The letter says who has listed them. Names and addresses are deleted 30 days after the event.
reg-invite-people = Whom do you want to invite?
reg-invite-people-hint = One on each line: name <address>, organisation, language. Only the address is needed. You can also paste from a spreadsheet.
reg-invite-language = Language of the letter where the line does not say
reg-invite-look = See what comes of it
reg-invite-preview = What comes of it
reg-invite-lines = What becomes of each line
reg-invite-then = They are put on the list. Nobody gets a letter before you send the invitations.
reg-invite-hold = Put { $n } on the list
reg-invite-nobody = Enter at least one address
reg-invite-too-many = Enter at most { $n } at a time
reg-invite-full = No more than { $n } people can be invited to one event
reg-invite-file-title = Or take them from a file
reg-invite-file = File of those you want to invite
reg-invite-file-hint = Excel or CSV with one person on each line. You see what comes of it before anybody is listed.
reg-invite-fate-invited = Will be invited
reg-invite-fate-anew = Will be invited again
reg-invite-fate-before = Is invited already
reg-invite-fate-signed-up = Has signed up already
reg-invite-fate-twice = Is further up too
reg-invite-fate-wrong = Cannot be invited like this
reg-invite-count-invited = Will be invited: { $n }
reg-invite-count-anew = Will be invited again: { $n }
reg-invite-count-before = Invited already: { $n }
reg-invite-count-signed-up = Signed up already: { $n }
reg-invite-count-twice = Listed twice: { $n }
reg-invite-count-wrong = Cannot be invited as they stand: { $n }
reg-insight-did-invitations = Saw the invited
reg-insight-did-invited = Listed people to invite
reg-insight-did-invitations_sent = Sent invitations
reg-insight-did-invitations_reminded = Reminded invited people who had not answered
reg-insight-did-invitation_taken_back = Withdrew an invitation
reg-insight-why-invited = Was invited, and the event is long past

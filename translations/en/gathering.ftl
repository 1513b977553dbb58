# Pages about gatherings: the public page, the delegation's page, and the organiser's page.

# The public page
gathering-when = When
gathering-where = Where
gathering-online = Online
gathering-network = Network
gathering-network-follow = Sign me up for all gatherings
gathering-network-follow-text = Sign up once and you are in for all gatherings of the whole network, also those to come, as far as there are places. Members still have the places that are kept for them. If it does not suit you once, you say “not this time” with one press.
gathering-network-ahead = Gatherings to come
gathering-network-past = Past gatherings
gathering-network-none = No gatherings have been set yet.
gathering-network-one = Sign me up for this gathering only
gathering-price = Price
gathering-organisers = { $count ->
    [one] Organiser
   *[other] Organisers
}
gathering-deadline = Sign-up deadline
gathering-about = About the gathering
gathering-choices = When you sign up, you can also choose
gathering-questions = Questions?
gathering-ask = Ask { $name }:
gathering-members = Members of the network
gathering-members-text = Each member has places that are kept for it. Its contact person has a link for naming the participants.
gathering-members-release = Places without a name are open to everybody on { $date }.
gathering-sign-up = Sign me up
gathering-wait = Put me on the waiting list
gathering-places-left = { $count ->
    [one] 1 place left
   *[other] { $count } places left
}
gathering-full = The gathering is full.
gathering-full-with-list = { $waiting ->
    [0] The gathering is full, but you can join the waiting list.
    [one] The gathering is full, but you can join the waiting list. There is 1 on it now.
   *[other] The gathering is full, but you can join the waiting list. There are { $waiting } on it now.
}
gathering-early = Sign-up opens { $when }.
gathering-closed = Sign-up is closed. Ask the organiser if there is room.
gathering-now = The gathering is going on, and sign-up is closed.
gathering-over = The gathering is over.
gathering-cancelled = The gathering is cancelled.
gathering-calendar = Add to calendar
gathering-to-page = To the page about the gathering

# Roles and languages
gathering-role = Role
gathering-role-elected = Elected representative
gathering-role-leadership = Leadership
gathering-role-professional = Professional
gathering-role-other = Others
gathering-language = Language of the letters

# The delegation's page
gathering-delegation-title = The delegation from { $member }
gathering-delegation-over = The gathering has begun, is over or is cancelled. Nothing can be changed here any more.
gathering-delegation-declined = You have declined. Contact the organiser if you want to take part after all.
gathering-delegation-complete = All your places have names. Thank you!
gathering-delegation-left = { $left ->
    [one] 1 of { $seats } places has no name yet.
   *[other] { $left } of { $seats } places have no name yet.
}
gathering-delegation-before = Name those who will take part by { $when }.
gathering-delegation-release = Places without a name are open to everybody on { $date }.
gathering-refused = These got no place. Name somebody else, or contact the organiser:
gathering-people = Those who will take part
gathering-people-none = Nobody has been named yet.
gathering-people-private = Each participant gets a letter of their own and answers questions about food and access themselves. You do not see those answers.
gathering-history = Earlier names
gathering-seat-named = We are signing them up
gathering-seat-invited = Has been written to
gathering-seat-answered = Has answered
gathering-seat-left = Cancelled
gathering-seat-full = Got no place: full
gathering-seat-elsewhere = Did not get the place: contact the organiser
gathering-seat-too-late = Got no place: too late
gathering-replace = Replace
gathering-clear = Cancel place
gathering-mix = Who should take part
gathering-mix-advice = We recommend that the delegation is made up like this:
gathering-mix-duty = The delegation must be made up like this:
gathering-mix-named = { $named } named
gathering-mix-most = at most { $most }
gathering-mix-lacks = { $lacks } missing
gathering-name-heading = Name a participant
gathering-name-text = Fill in what you know now, one person at a time. You can name the others later.
gathering-replace-heading = Replace { $name }
gathering-replace-text = Whoever is replaced is told by letter. The new participant gets an invitation.
gathering-replace-not = Do not replace after all
gathering-name = Name
gathering-email = E-mail
gathering-name-send = Name this person
gathering-name-missing = Enter the name
gathering-email-wrong = The e-mail address must contain @, for example kari@council.org
gathering-role-missing = Choose a role
gathering-no-seat-full = All places have names. Ask for more, or replace somebody.
gathering-no-seat-role = There are no more places in this role. Choose another role.
gathering-no-seat-kept = The places left are kept for { $role }.
gathering-no-seat-twice = You have named this address already.
gathering-no-seat-declined = You have declined.
gathering-no-seat-late = It is too late to change anything here.
gathering-no-such-seat = This person's place is cancelled already.
gathering-released = Places without a name are open to everybody now. Others can sign up on the public page.
gathering-extra-heading = Do you need more places?
gathering-extra = How many more?
gathering-extra-hint = From 1 to { $most }. The organiser will answer.
gathering-extra-reason = Why?
gathering-extra-send = Ask for more places
gathering-extra-wrong = Enter a number that is allowed
gathering-extra-asked = { $seats ->
    [one] You have asked for 1 more place. The organiser has not answered yet.
   *[other] You have asked for { $seats } more places. The organiser has not answered yet.
}
gathering-holders = Those who can name people
gathering-holder-contact = contact person
gathering-holder-deputy = deputy
gathering-holder-you = you
gathering-deputy-text = Do not pass your link on: it is only for you. Somebody else who should help gets a link of their own from here.
gathering-deputy-name = Name of the deputy
gathering-deputy-email = E-mail of the deputy
gathering-deputy-send = Send a link
gathering-deputy-not = This address has a link already, or you have as many deputies as are allowed.
gathering-deputy-remove = Take the link back
gathering-decline-heading = Can you not take part?
gathering-decline-text = If you decline, the places of all whom you have named are cancelled and become free for others.
gathering-decline-box = Yes, we decline
gathering-decline-sure = Tick the box to decline
gathering-decline-send = Decline
gathering-done-namn = We are signing this person up, who will get a letter. If it cannot be done, you see it here.
gathering-done-bytt = We are replacing this person. Both will get a letter. If it cannot be done, you see it here.
gathering-done-meld-av = This person's place is cancelled, and they will get a letter.
gathering-done-fleire = The organiser has been asked for more places.
gathering-done-vara = The deputy will get a link by e-mail.
gathering-done-vara-bort = The link is taken back and works no more.
gathering-done-avslag = You have declined. Thank you for telling us.
gathering-link-unknown = The link does not work
gathering-link-unknown-text = It may be wrong or replaced, or the gathering is over. Use the link in the last letter you got, or ask the organiser.

# For the organiser
gathering-missing-title = Who is missing?
gathering-missing-nobody = Nobody here.
gathering-organiser-back = Events
gathering-organiser-sign-ups = Sign-ups
gathering-organiser-letters = Letters
gathering-organiser-public = Public page
gathering-answer-before = Names by
gathering-release = Places without a name become free
gathering-release-done = done
gathering-seats = Places
gathering-seats-named = { $named } of { $seats } named
gathering-standings = Where members stand
gathering-standing = Status
gathering-standing-not_invited = Not invited
gathering-standing-invited = Invited
gathering-standing-opened = Have opened the link
gathering-standing-partly_named = Partly named
gathering-standing-complete = Complete
gathering-not-member = Not a member on the day
gathering-standing-declined = Declined
gathering-invite = { $count ->
    [one] Invite 1 member
   *[other] Invite { $count } members
}
gathering-remind = { $count ->
    [one] Remind of names: 1 member
   *[other] Remind of names: { $count } members
}
gathering-member = Member
gathering-municipalities = Municipalities
gathering-contact = Contact person
gathering-contact-none = No contact
gathering-written = Invited on
gathering-reminded = reminded { $date }
gathering-act = Act
gathering-extra-wanted = { $seats ->
    [one] Wants 1 more place
   *[other] Wants { $seats } more places
}
gathering-grant = Give the places
gathering-renew = Send a new link
gathering-decline-for = Decline for them
gathering-decline-for-heading = Decline for { $member }?
gathering-decline-for-text = { $named ->
    [0] Nobody is named there. The places become free for others.
    [one] The place of 1 person is cancelled, who is told by letter, and the places become free for others.
   *[other] The places of { $named } people are cancelled, who are told by letter, and the places become free for others.
}
gathering-decline-for-sure = Yes, decline for them
gathering-decline-for-not = Do not decline after all
gathering-come-for = They come after all
gathering-acted-innbydd = { $count ->
    [one] 1 member is invited.
   *[other] { $count } members are invited.
}
gathering-acted-purra = { $count ->
    [one] 1 member is reminded.
   *[other] { $count } members are reminded.
}
gathering-acted-avslag = { $count ->
    [one] The member is noted as declined.
   *[other] { $count } members are noted as declined.
}
gathering-acted-likevel = The member takes part again, with the places that are free. Those who were named must be named anew.
gathering-acted-fleire = { $count ->
    [one] 1 more place is given.
   *[other] { $count } more places are given.
}
gathering-acted-lenkje = The contact person gets a new link. The one before works no more.
gathering-members-download = Download the members as CSV

# Who took part
gathering-coverage-title = Who took part
gathering-coverage-from = From
gathering-coverage-to = To and including
gathering-coverage-date-wrong = Write a date, for example 2027-04-27
gathering-coverage-phase = Phase of the programme
gathering-coverage-phase-any = All phases
gathering-coverage-gathering = Gathering
gathering-coverage-gathering-any = All gatherings that have been
gathering-coverage-show = Show
gathering-coverage-nothing = There have been no gatherings in this time.
gathering-coverage-whole = In all
gathering-coverage-took-of = { $took } of { $of }
gathering-coverage-own = { $count ->
    [one] Of 1 of them we know that somebody came from there.
   *[other] Of { $count } of them we know that somebody came from there.
}
gathering-coverage-people = Participants
gathering-coverage-others-are = { $count ->
    [one] 1 of them without a delegation
   *[other] { $count } of them without a delegation
}
gathering-coverage-counted = Whoever had a place when the gathering began counts as signed up. Where it was noted who came, only they count. Members are those that were in the network on the day of the gathering, and municipalities are shown as they are after mergers. The numbers stay when the names are deleted.
gathering-coverage-xlsx = Download everything as an Excel file
gathering-coverage-csv = Download as CSV: { $table }
gathering-coverage-file-samlingar = gatherings
gathering-coverage-file-medlemmer = members
gathering-coverage-file-kommunar = municipalities
gathering-coverage-file-fylke = counties
gathering-coverage-gatherings = Gatherings
gathering-coverage-members = Members
gathering-coverage-counties = Counties
gathering-coverage-date = Date
gathering-coverage-basis = What is counted
gathering-coverage-came = Attended
gathering-coverage-signed_up = Signed up
gathering-coverage-so_far = Signed up so far
gathering-coverage-first = First time
gathering-coverage-again = Again
gathering-coverage-absent = Not there
gathering-coverage-all = In all
gathering-coverage-others = Without a delegation
gathering-coverage-by-role = Participants by role
gathering-coverage-by-gathering = Members that took part, by gathering
gathering-coverage-since = { $first } for the first time, { $again } again
gathering-coverage-key = The second figure shows members: the open part is the first time, the filled part is again.
gathering-coverage-map = Map of the counties
gathering-coverage-map-text = Each county is a square with how many of the network’s municipalities took part. The table below says the same.
gathering-coverage-map-key = The numbers are the network’s municipalities that took part, of all it has in the county. Filled square: all. Faintly filled square: some. Open square: none. Dashed square: no member there.
gathering-coverage-outside = No members
gathering-coverage-of-no-county = { $count ->
    [one] 1 participant is from a region in several counties, and we do not know which one.
   *[other] { $count } participants are from regions in several counties, and we do not know which one.
}
gathering-coverage-member = Member
gathering-coverage-municipality = Municipality
gathering-coverage-county = County
gathering-coverage-number = Number
gathering-coverage-participation = Participation
gathering-coverage-took = Gatherings attended
gathering-coverage-of = Gatherings in all
gathering-coverage-municipalities = Municipalities
gathering-coverage-municipalities-took = Municipalities attending
gathering-coverage-with-region = A municipality takes part when its region does. The numbers in each role are those we know to come from the municipality itself.
gathering-municipality-of = Municipality
gathering-municipality-of-hint = So that it can be counted which municipalities took part

# What belongs to a gathering
gathering-material-title = Material
gathering-material-none = There is nothing here yet.
gathering-material-link-to = Material of the gathering
gathering-material-back = To the delegation
gathering-material-documents = Documents
gathering-material-indicators = Indicators
gathering-material-examples = Good examples
gathering-material-kind-document = Document
gathering-material-kind-indicator = Indicator
gathering-material-kind-example = Good example
gathering-material-from = source: { $source }
gathering-material-saved = The change is saved.
gathering-material-for-all = For everybody
gathering-material-for-network = For the network only
gathering-material-visible = Who sees it?
gathering-material-remove = Remove
gathering-material-new-document = Add a document
gathering-material-new-indicator = Add an indicator
gathering-material-new-example = Add a good example
gathering-material-title-in = Title ({ $language })
gathering-material-description-in = Text ({ $language })
gathering-material-file = File
gathering-material-file-hint = PDF, Word, Excel, PowerPoint or OpenDocument, at most 20 MB and without macros
gathering-material-link = Or a link
gathering-material-link-hint = Begins with https://
gathering-material-value = Value
gathering-material-unit = Unit
gathering-material-unit-hint = For example per cent or inhabitants
gathering-material-source = Source
gathering-material-send = Add
gathering-material-title-missing = Write the title
gathering-material-long = The text is too long. Shorten it.
gathering-material-nothing = Choose a file, or write a link
gathering-material-both = Choose either a file or a link
gathering-material-link-wrong = Write an address that begins with https://
gathering-material-value-missing = Write the value as a number, for example 12.4
gathering-material-source-missing = Write where the number is from
gathering-material-municipality-which = Several municipalities have this name. Write the county too, for example Herøy (Nordland)
gathering-material-municipality-wrong = Write the name of a Norwegian municipality
gathering-material-text-missing = Write what the example shows
gathering-material-many = The gathering has as much material as it can have. Remove something first.
gathering-material-file-large = The file is larger than 20 MB. Make it smaller, or use a link.
gathering-material-file-unknown = We do not take files of this kind. Use PDF, Word, Excel, PowerPoint or OpenDocument.
gathering-material-file-misnamed = The file is something else than its name says. Save it again in the right format.
gathering-material-file-script = The file holds macros or something else that could run. Save it without, for example as a PDF.
gathering-material-file-locked = The file has a password. Save it without one.
gathering-material-file-damaged = The file is damaged. Save it again and try once more.
# Tables and groups
gathering-plans = Tables and groups
gathering-plans-text = Seat participants at tables for dinner, or divide them into groups for a workshop. Nobody is told anything before you say so.
gathering-plans-people = { $count ->
    [one] 1 person has a place at the gathering.
   *[other] { $count } people have a place at the gathering.
}
gathering-plans-none = There are no plans yet.
gathering-plans-new = Make a plan
gathering-plan-kind = What are people divided into?
gathering-plan-kind-tables = Tables
gathering-plan-kind-groups = Groups
gathering-plan-kind-missing = Choose tables or groups
gathering-plan-name = Name of the plan ({ $language })
gathering-plan-name-hint = For example “Dinner” or “Workshop on empty premises”. The name is in the letters.
gathering-plan-name-missing = Enter what the plan is called
gathering-plan-choice = Whom is the plan about?
gathering-plan-everybody = Everybody who has a place
gathering-plan-chosen = Those who have chosen { $choice }
gathering-plan-size = How many can be together at most?
gathering-plan-size-wrong = Enter how many can be together, from 1 to 100
gathering-plan-tables = How many tables or groups?
gathering-plan-tables-hint = Leave empty for as few as will do.
gathering-plan-tables-wrong = Enter a number from 1 to 300, or leave the field empty
gathering-plan-mixing = Those who come from the same member
gathering-plan-mixing-spread = Are spread, so that they meet others
gathering-plan-mixing-together = Are together
gathering-plan-of-member = At most so many from the same member
gathering-plan-of-county = At most so many from the same county
gathering-plan-most-hint = Holds when people are spread. Leave empty if there is no limit.
gathering-plan-most-wrong = Enter a number from 1 to 100, or leave the field empty
gathering-plan-elected = At least one elected representative at each, as far as possible
gathering-plan-heirs = Whoever the member sends in place of somebody takes the same seat
gathering-plan-make = Make the plan
gathering-plan-table-tables = Table { $number }
gathering-plan-table-groups = Group { $number }
gathering-plan-none-tables = Has no table
gathering-plan-none-groups = Is in no group
gathering-plan-count-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
gathering-plan-count-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
gathering-plan-seated = { $seated } of { $people } have a seat in it
gathering-plan-full-size = { $seated } of { $size }
gathering-plan-nobody = Nobody has a seat yet.
gathering-plan-own = Without delegation
gathering-plan-somebody = Somebody who is no longer with us
gathering-plan-audited = We note who looks at the plan.
gathering-plan-locked = Locked
gathering-plan-not-told = Does not know
gathering-plan-news = Changed since last time
gathering-plan-news-left = { $name } does not come. The seat is empty.
gathering-plan-news-took = { $name } comes in place of somebody from the same member.
gathering-plan-seen = I have seen it
gathering-plan-telling = Tell people
gathering-plan-told-never = Nobody has been told where they sit.
gathering-plan-told-at = Last told { $when }.
gathering-plan-told-all = Everybody knows where they sit.
gathering-plan-untold = { $count ->
    [one] 1 does not know where they sit now.
   *[other] { $count } do not know where they sit now.
}
gathering-plan-tell-text = They get a letter. When the plan is changed later, only those get a letter who have another seat, once you tell people again.
gathering-plan-tell = { $count ->
    [one] Tell 1 person
   *[other] Tell { $count } people
}
gathering-plan-newcomers = Without a seat
gathering-plan-fill = { $count ->
    [one] Find a seat for 1 newcomer
   *[other] Find seats for { $count } newcomers
}
gathering-plan-anew = Seat people anew
gathering-plan-anew-text = When you seat people anew, everybody can be moved who is not locked. When you find seats for newcomers, nobody else is moved.
gathering-plan-add-tables = Add a table
gathering-plan-add-groups = Add a group
gathering-plan-drop = Remove
gathering-plan-lock = Lock
gathering-plan-unlock = Unlock
gathering-plan-person = Move { $name }
gathering-plan-person-not = Close
gathering-plan-move-to = Move to
gathering-plan-move = Move
gathering-plan-take-off = Out of the plan
gathering-plan-swap = Swap seats with
gathering-plan-swap-send = Swap
gathering-plan-breach-of_member = More from the same member than the rule says
gathering-plan-breach-of_county = More from the same county than the rule says
gathering-plan-breach-no_elected = No elected representatives
gathering-plan-breach-divided = Somebody is apart from their own
gathering-plan-change = Change name and rules
gathering-plan-change-text = Nobody is moved before you seat people anew or find seats for newcomers.
gathering-plan-save = Save
gathering-plan-remove = Delete the plan
gathering-plan-remove-text = Those who have been told where they sit get a letter saying that it no longer holds.
gathering-plan-remove-sure = Yes, delete the plan
gathering-plan-remove-missing = Tick the box to delete the plan
gathering-plan-print = Print the plan
gathering-plan-cards-tables = Table cards
gathering-plan-cards-groups = Cards for the groups
gathering-plan-print-how = Print it from your browser.
gathering-plan-back = Back to the plan
gathering-plan-by-name = Everybody by name
gathering-plan-done-laga = The plan is made. Look through it before you tell people.
gathering-plan-done-flytta = The person has been moved.
gathering-plan-done-bytt = The two have swapped seats.
gathering-plan-done-laast = Locked. Nobody is moved from there.
gathering-plan-done-opna = Unlocked.
gathering-plan-done-fylt = { $count ->
    [one] 1 newcomer has a seat. Nobody else has been moved.
   *[other] { $count } newcomers have seats. Nobody else has been moved.
}
gathering-plan-done-nytt = { $count ->
    [0] Everybody sits where they did.
    [one] 1 person has been moved.
   *[other] { $count } people have been moved.
}
gathering-plan-done-bord = The plan has changed.
gathering-plan-done-reglar = The changes are saved. Nobody has been moved.
gathering-plan-done-sagt = { $count ->
    [0] Everybody knows already. Nobody gets a letter.
    [one] 1 person gets a letter.
   *[other] { $count } people get a letter.
}
gathering-plan-done-sett = Good.
gathering-plan-done-sletta = The plan is deleted.
gathering-plan-refused-stale = The plan has changed since you opened the page, so nothing was done. Here it is as it is now.
gathering-plan-refused-unknown = The person or the table is no longer in the plan.
gathering-plan-refused-full = It is full there. Swap seats with somebody instead.
gathering-plan-refused-locked = It is locked. Unlock it first.
gathering-plan-refused-not_empty = There are people there. Move them first.

# Pages about gatherings: the public page, the delegation's page, and the organiser's page.

# The public page
gathering-when = When
gathering-where = Where
gathering-online = Online
gathering-network = Network
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
gathering-link-unknown-text = It may be wrong, or it has been replaced. Use the link in the last letter you got, or ask the organiser.

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

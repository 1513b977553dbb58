# What those who run the service see of each part of it.

operation-title = Operation: { $service }
operation-services = Parts of the service
operation-service-portal = front page and sign-in
operation-service-registration = registration
operation-service-conference = conferences
operation-service-webinar = webinars
operation-service-gathering = gatherings
operation-service-mail = letters
operation-lead = This is how this part is doing right now, in the process that answered. There are no personal data here.
operation-later = { $count ->
    [one] The tables have one change from a later release. Replace the program with that release.
   *[other] The tables have { $count } changes from a later release. Replace the program with that release.
}
operation-version = Version
operation-started = Started
operation-tables = Tables
operation-tables-newest = { $newest }, { $count ->
    [one] one change in all
   *[other] { $count } changes in all
}
operation-nothing = None
operation-since = { $count }, the oldest since { $since }
operation-unsent = Messages not passed on yet
operation-waiting = Messages waiting to be dealt with
operation-set-aside = Messages set aside
operation-parked = Messages that could not be stored
operation-parked-nowhere = None. The parts run without a message broker.
operation-parked-unknown = Not known: the message broker did not answer.
operation-parked-known = { $count }. They lie at the message broker; { $command } shows why.
operation-set-aside-none = No messages have been set aside.
operation-set-aside-text = Put the cause right first, often with a newer release. A message that was dealt with before is recognised, so nothing is done twice.
operation-kinds = By kind
operation-kind = Kind
operation-count = How many
operation-action = Action
operation-try-kind = Try all again
operation-messages = { $shown ->
    [one] The oldest of { $all }
   *[other] The { $shown } oldest of { $all }
}
operation-message = Message
operation-arrived = Arrived
operation-set-aside-at = Set aside
operation-tries = Tries
operation-reason = Reason
operation-no-reason = Nobody has answered
operation-try = Try again
operation-tried = { $count ->
    [0] There was no such message left to try again.
    [one] One message is being tried again.
   *[other] { $count } messages are being tried again.
}
operation-letters = Letters that do not get out
operation-letters-none = All letters of the last 30 days have been sent or are waiting their turn.
operation-letters-text = The last 30 days, with what the recipient's server answered. Organisers see on their pages whom they are to.
operation-letters-list = Letters with the same reason
operation-oldest = The oldest was due

# Every letter.
letter-hello = Hei { $name }!
letter-hello-nameless = Hei!
letter-greeting = Hilsen { $organiser }
letter-when = Når:
letter-where = Hvor:
letter-what = Tittel:
letter-online = Nettmøte
letter-and-online = og på nett
letter-join = Bli med på nett
letter-chosen = Du har valgt:
letter-manage = Endre påmeldingen din eller meld deg av
letter-only-you = Lenken er bare til deg.
letter-attached = Kalenderfilen ligger ved.
letter-subscribe = La kalenderen din hente endringer selv
letter-cannot-come = Kan du ikke komme likevel? Si fra så snart du vet det, så kan noen andre få plassen.
letter-questions = Lurer du på noe, er det bare å svare på denne e-posten.
letter-before = før:
letter-waited-for = Du står på venteliste til:
letter-in-person = Der vi møtes
letter-programme-version = Programmet (versjon { $version })
letter-form = Du deltar:
letter-form-in-person = på stedet
letter-form-online = på nett
letter-moved = Flyttet:
letter-gone = Utgår:
letter-got = Du har fått plass:
letter-settled = Du har fortsatt { $kept }, og ikke lenger { $released }. De går samtidig, og fristen for å velge er ute.

letter-confirmation-subject = Du er påmeldt: { $event }
letter-confirmation-news = Så fint at du blir med. Plassen din er klar.

letter-waiting-list-subject = Du står på venteliste: { $event }
letter-waiting-list-news = { $event } er fullt akkurat nå, men du står på ventelisten som nummer { $position }.
letter-waiting-list-wait = Vi skriver til deg med en gang det blir en ledig plass til deg. Du trenger ikke gjøre noe nå, men vent med å bestille reise.
letter-waiting-list-offers = Vi skriver til deg når det er en plass til deg. Da må du svare innen fristen. Vent med å bestille reise.
letter-waiting-list-leave = Vil du ikke stå på listen lenger? Meld deg av her

letter-offer-subject = Vil du ha plassen? { $event }
letter-offer-news = Gode nyheter: Det ble en plass ledig, og vi holder den av til deg.
letter-offer-answer = Vil du ha plassen? Svar innen { $deadline }
letter-offer-lapse = Hører vi ikke fra deg, går plassen til den neste på listen.

letter-place-subject = Du har fått plass: { $event }
letter-place-news = Gode nyheter: Det ble en plass ledig, og den er din.
letter-place-ready = Plassen er klar, så du trenger ikke gjøre noe.
letter-place-leave = Passer det ikke likevel, meld deg av innen { $deadline }, så går plassen til den neste på listen

letter-reply-subject-unproven = Vil du melde deg av? { $event }
letter-reply-unproven = Vi har fått et nei til { $event } fra en kalender, men kan ikke se om det er du som svarte. Derfor er ingenting endret.
letter-reply-link-unproven = Meld deg av her
letter-reply-subject-too-late = Fristen for å melde seg av er ute: { $event }
letter-reply-too-late = Vi har fått nei fra kalenderen din til { $event }, men fristen for å melde seg av er ute. Du står fortsatt som påmeldt.
letter-reply-link-too-late = Påmeldingen din
letter-reply-subject-substitute = Kommer en annen i stedet for deg? { $event }
letter-reply-substitute = I kalenderen din er det svart at en annen kommer på { $event }. Plassen er fortsatt din.
letter-reply-link-substitute = Si hvem som skal ha plassen
letter-reply-subject-signed-off = Du er ikke påmeldt: { $event }
letter-reply-signed-off = Du har svart ja til { $event } i kalenderen din, men påmeldingen din er trukket tilbake. Et svar i kalenderen melder deg ikke på igjen.
letter-reply-link-signed-off = Meld deg på igjen
letter-reply-subject-invitation = Invitasjonen din: { $event }
letter-reply-invitation = Kalenderen din ba om den nyeste invitasjonen til { $event }. Her er den.
letter-reply-link-invitation = Påmeldingen din
letter-reply-stays = Gjør du ingenting, har du plassen fortsatt.

letter-forward-subject-text = { $name } skriver om { $event }
letter-forward-text = { $name } ({ $address }) har skrevet til oss om { $event }:
letter-forward-subject-away = { $name } er borte: { $event }
letter-forward-away = Vi fikk dette automatiske svaret fra { $name } ({ $address }) på et brev om { $event }:
letter-forward-subject-speaker-accepted = { $name } svarte ja: { $event }
letter-forward-speaker-accepted = { $name } ({ $address }), som holder innlegg på { $event }, har svart ja i kalenderen sin.
letter-forward-subject-speaker-tentative = { $name } svarte kanskje: { $event }
letter-forward-speaker-tentative = { $name } ({ $address }), som holder innlegg på { $event }, har svart kanskje i kalenderen sin.
letter-forward-subject-speaker-declined = { $name } svarte nei: { $event }
letter-forward-speaker-declined = { $name } ({ $address }), som holder innlegg på { $event }, har svart nei i kalenderen sin. Programmet er ikke endret.
letter-forward-session = Det gjelder: { $title }
letter-forward-uncertain = Det er ikke sikkert at svaret kom fra { $name }. Spør før du gjør noe med det.
letter-forward-title = Emne:
letter-forward-answer = Svarer du på denne e-posten, går svaret til den som skrev.

letter-reminder-subject = Snart ses vi: { $event }
letter-reminder-days = Om { $days } dager er det klart for { $event }. Vi gleder oss.
letter-reminder-tomorrow = I morgen er det klart for { $event }. Vi gleder oss.
letter-reminder-today = I dag er det klart for { $event }. Vi gleder oss.
letter-reminder-soon = Nå er det snart klart for { $event }. Vi gleder oss.
letter-reminder-join = Møtelenke
letter-reminder-manage = Programmet og påmeldingen din finner du her
letter-reminder-cannot-come = Har noe kommet i veien? Meld deg av på samme lenke, så kan noen andre få plassen.
letter-reminder-stop = Ikke send meg flere påminnelser om dette

letter-change-subject = Endring: { $event }
letter-change-news = Vi har endret noe ved { $event }:
letter-change-choices = Du har valgt:
letter-change-nothing = ingenting
letter-change-now = Slik er det nå:
letter-change-stands = Påmeldingen din gjelder fortsatt, og en ny kalenderfil ligger ved. Passer det ikke lenger, kan du melde deg av her
letter-change-got-subject = Du har fått plass: { $session }, { $event }
letter-change-got-news = Gode nyheter: Det ble plass til deg i noe du sto på venteliste til på { $event }:

letter-replanned-subject = Programmet er endret for deg: { $event }
letter-replanned-news = Programmet for { $event } er endret, og det gjelder noe du har valgt. Dette er versjon { $version }.
letter-replanned-note = Arrangøren sier:
letter-replanned-clashes = Dette kan du ikke rekke begge deler av:
letter-replanned-otherwise = Velger du ikke, har du fortsatt det du valgte først.
letter-replanned-choose = Velg hva du vil ha, innen { $deadline }
letter-replanned-gone = Du kan velge noe annet som har plass.
letter-replanned-waiting = Det er ikke plass til deg ennå, så du står på venteliste. Vi skriver til deg når det er en plass.
letter-replanned-manage = Her kan du endre valgene dine eller melde deg av
letter-replanned-attached = Påmeldingen din gjelder fortsatt, og en ny kalenderfil ligger ved.

letter-follow-up-subject = Takk for sist: { $event }
letter-follow-up-news = Takk for at du var med på { $event }.
letter-follow-up-absent-subject = Lysark og opptak: { $event }
letter-follow-up-absent-news = Du var påmeldt til { $event }, men vi har ikke notert at du var der. Var du der likevel, så si fra.
letter-follow-up-programme = Lysark og opptak finner du i programmet
letter-follow-up-certificate = Deltakerbeviset ditt (PDF)

letter-speaking-subject-new = Du står på programmet: { $session }, { $event }
letter-speaking-subject-moved = Flyttet: { $session }, { $event }
letter-speaking-subject-changed = Endret: { $session }, { $event }
letter-speaking-subject-gone = Utgår: { $session }, { $event }
letter-speaking-subject-event-cancelled = Avlyst: { $session }, { $event }
letter-speaking-new = Du står på programmet for { $event } med dette:
letter-speaking-moved = Dette har fått ny tid eller nytt sted på { $event }:
letter-speaking-changed = Dette er endret på { $event }:
letter-speaking-gone = Du står ikke lenger på programmet for { $event } med dette:
letter-speaking-event-cancelled = { $event } er avlyst, så dette utgår:
letter-speaking-all = Alt du er med på:
letter-speaking-leads = du leder
letter-speaking-link = Siden din: se over omtalen og bildet ditt, og last opp lysark
letter-speaking-speaks = Du holder innlegg på { $event }.
letter-speaking-moderates = Du leder dette på { $event }.

letter-proposal-subject-received = Vi har fått forslaget ditt: { $proposal }
letter-proposal-subject-accepted = Forslaget ditt er med: { $proposal }
letter-proposal-subject-declined = Svar på forslaget ditt: { $proposal }
letter-proposal-received = Takk for forslaget «{ $proposal }» til { $event }. Vi leser det og skriver til deg når det er avgjort.
letter-proposal-accepted = Gode nyheter: Vi vil gjerne ha «{ $proposal }» med på { $event }. Vi skriver til deg når tid og sted er klart.
letter-proposal-declined = Takk for forslaget «{ $proposal }» til { $event }. Vi har dessverre ikke plass til det denne gangen.
letter-proposal-note = Fra dem som har vurdert det:
letter-proposal-link = Her finner du forslaget ditt

letter-cancellation-subject = Avlyst: { $event }
letter-cancellation-news = Vi må dessverre avlyse { $event }, som skulle være { $when }.
letter-cancellation-reason = Grunnen: { $reason }
letter-cancellation-nothing-to-do = Du trenger ikke gjøre noe med påmeldingen.
letter-cancellation-calendar = En fil som tar arrangementet ut av kalenderen din, ligger ved.
letter-cancellation-travel = Husk å avbestille reise og hotell som du har bestilt selv.
letter-cancellation-thanks = Takk for at du ville være med. Vi håper å se deg en annen gang.

letter-withdrawal-subject = Du er meldt av: { $event }
letter-withdrawal-by-person = Du er meldt av { $event }. Takk for at du sa fra.
letter-withdrawal-by-delegation = De som meldte deg på { $event }, har meldt deg av igjen. Spør dem om du lurer på noe.
letter-withdrawal-offer-lapsed = Tilbudet om plass på { $event } gjelder ikke lenger, og plassen går til den neste på listen.
letter-withdrawal-handed-over = Plassen din på { $event } har nå en annen. Takk for at du sa fra.
letter-withdrawal-calendar = En fil som tar arrangementet ut av kalenderen din, ligger ved.
letter-withdrawal-again = Ombestemmer du deg, kan du melde deg på igjen

letter-repeated-subject-place = Du er allerede påmeldt: { $event }
letter-repeated-subject-waiting = Du står allerede på venteliste: { $event }
letter-repeated-subject-offered = Du har allerede fått tilbud om plass: { $event }
letter-repeated-place = Noen har meldt på denne e-postadressen til { $event } en gang til. Du er allerede påmeldt, så ingenting er endret.
letter-repeated-waiting = Noen har meldt på denne e-postadressen til { $event } en gang til. Du står allerede på venteliste, så ingenting er endret.
letter-repeated-offered = Noen har meldt på denne e-postadressen til { $event } en gang til. Du har allerede fått tilbud om plass, så ingenting er endret.
letter-repeated-manage = Her finner du påmeldingen din

letter-link-subject = Lenken din til { $event }
letter-link-news = Her er den nye lenken til påmeldingen din til { $event }. Den gamle virker ikke lenger.
letter-link-asked = Her er lenken til påmeldingen din til { $event }. Noen ba om den med denne e-postadressen.
letter-link-attached = Kalenderfilen som ligger ved, setter den nye lenken inn i kalenderen din.

letter-sign-in-subject = Logg inn på Møteplass
letter-sign-in-news = Du ba om en lenke for å logge inn som arrangør for { $organiser }.
letter-sign-in-link = Logg inn
letter-sign-in-until = Lenken virker én gang, fram til { $until }.
letter-sign-in-not-you = Var det ikke du som ba om den, trenger du ikke gjøre noe.
letter-invited-subject = Du er invitert som arrangør hos { $organiser }
letter-invited-news = Du har fått en konto på Møteplass for å arrangere sammen med { $organiser }.

# The page of planned and sent letters.
mail-letters-title = Brev: { $event }
mail-letters-lead = Det vi har sendt og skal sende til deltakerne.
mail-letters-none = Det er ingen brev om dette arrangementet ennå.
mail-letters-counts = Antall brev
mail-letters-list = Alle brev
mail-letters-purpose = Brev
mail-letters-to = Til
mail-letters-due = Tid
mail-letters-fate = Status
mail-letters-planned = Planlagte
mail-letters-sent = Sendt
mail-letters-trouble = Med feil
mail-letters-skipped = Ikke sendt
mail-letters-erased = Slettet
mail-letters-proposer = Den som sendte inn et forslag
mail-letters-contact = Kontakten for arrangementet
mail-letters-more = Bare de { $count } siste er vist.
mail-send-now = Send endringene nå
mail-send-now-hint = Brev om endringer venter litt, slik at flere endringer går ut i ett brev.
mail-sent-now = { $count ->
    [0] Ingen brev om endringer venter.
    [one] 1 brev om endringer blir sendt nå.
   *[other] { $count } brev om endringer blir sendt nå.
}
mail-send-again = Send på nytt
mail-sent-again = Brevet blir sendt på nytt.
mail-not-sent-again = Dette brevet blir ikke sendt på nytt. Statusen i listen sier hvorfor.

mail-purpose-sign_in = Innlogging
mail-purpose-confirmation = Bekreftelse
mail-purpose-waiting_list = Venteliste
mail-purpose-offer = Tilbud om plass
mail-purpose-place = Plass fra ventelisten
mail-purpose-withdrawal = Avmelding
mail-purpose-repeated = Allerede påmeldt
mail-purpose-link = Ny lenke
mail-purpose-cancellation = Avlysning
mail-purpose-change = Endring
mail-purpose-reminder = Påminnelse
mail-purpose-replanned = Endret program
mail-purpose-follow_up = Etter arrangementet
mail-purpose-speaking = Til den som holder innlegg
mail-purpose-proposal = Svar på forslag
mail-purpose-reply = Svar fra kalender
mail-purpose-forward = Sendt videre til kontakten

mail-state-pending = Venter
mail-state-leased = Blir sendt
mail-state-dot_written = Blir sendt
mail-state-sent = Sendt
mail-state-deferred = Mottakeren ba oss prøve senere
mail-state-failed = Ikke levert
mail-state-uncertain = Uvisst om det kom fram
mail-state-withdrawn = Ikke sendt

mail-skip-too-late = Tiden for brevet var allerede ute
mail-skip-withdrawn = Personen er meldt av
mail-skip-event-cancelled = Arrangementet er avlyst
mail-skip-no-place = Personen har ikke plass lenger
mail-skip-superseded = Et nyere brev sier mer
mail-skip-stopped = Personen vil ikke ha påminnelser
mail-skip-over = Arrangementet har begynt eller er over
mail-skip-nothing-changed = Endringen ble gjort om igjen
mail-skip-rule-removed = Påminnelsen er tatt bort
mail-skip-moved = Arrangementet ble flyttet
mail-skip-expired = Lenken gjelder ikke lenger
mail-skip-erased = Opplysningene er slettet
mail-skip-no-attendance = Ingen er notert som møtt fram
mail-skip-unreachable = E-post til adressen kommer i retur

# Stopping reminders.
mail-stop-title = Påminnelser
mail-stop-question = Vil du ikke ha flere påminnelser om { $event }?
mail-stop-hint = Brev om endringer og avlysning får du fortsatt.
mail-stop-button = Ikke send flere påminnelser
mail-stopped-title = Du får ikke flere påminnelser
mail-stopped-text = Vi sender deg ikke flere påminnelser om { $event }. Du er fortsatt påmeldt.

# The postbox of a trial installation.
mail-postbox-title = Postkasse
mail-postbox-lead = Her ligger brevene som ellers ville ha gått ut som e-post.
mail-postbox-none = Ingen brev er sendt ennå. Meld deg på noe, så kommer det første.
mail-postbox-from = Fra
mail-postbox-to = Til
mail-postbox-reply-to = Svar til
mail-postbox-subject = Emne
mail-postbox-date = Dato
mail-postbox-html = Slik det ser ut
mail-postbox-text = Som ren tekst
mail-postbox-calendar = I kalenderen
mail-postbox-headers = Alle felt
mail-postbox-download = Last ned som .eml
mail-postbox-back = Tilbake til postkassen
mail-postbox-invitation = Invitasjon
mail-postbox-cancellation = Avlysning
mail-postbox-version = utgave { $sequence }

# Delegasjoner og de som de melder på
letter-delegation-subject-invited = Invitasjon: Hvem kommer fra { $member } til { $event }?
letter-delegation-subject-reminded = Påminnelse: Hvem kommer fra { $member } til { $event }?
letter-delegation-subject-deputy = Du kan melde på deltakere fra { $member } til { $event }
letter-delegation-invited = { $member } er invitert til { $event }.
letter-delegation-reminded = Vi mangler fortsatt navn fra { $member } til { $event }.
letter-delegation-deputy = Noen hos { $member } har bedt om at du også kan melde på deltakere til { $event }.
letter-delegation-seats = { $seats ->
    [one] Vi har holdt av 1 plass til dere. { $named } har navn.
   *[other] Vi har holdt av { $seats } plasser til dere. { $named } har navn.
}
letter-delegation-before = Meld på de som skal delta, innen { $when }.
letter-delegation-link = Her melder dere på deltakere
letter-delegation-how = Dere kan melde på noen nå og resten senere, bytte ut folk, be om flere plasser, eller si at dere ikke kan komme. Hver deltaker får et eget brev fra oss.
letter-named-subject = { $event }: Stemmer det at du kommer?
letter-named = { $member } har meldt deg på { $event }.
letter-named-answer = Se om alt stemmer, og svar på spørsmålene våre. Kan du ikke komme, melder du deg av samme sted.
letter-named-link = Siden din
letter-named-private = Svarene dine ser bare arrangøren. { $member } ser bare om du har svart.
mail-purpose-delegation = Til delegasjoner
mail-purpose-named = Til dem som er meldt på av delegasjoner

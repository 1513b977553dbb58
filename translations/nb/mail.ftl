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

letter-received-subject = Vi har tatt imot påmeldingen din: { $event }
letter-received-news = Takk for påmeldingen til { $event }. Arrangøren avgjør hvem som får plass.
letter-received-next = Du har ikke plass ennå. Vi skriver til deg når det er avgjort. Vent med å bestille reise.
letter-received-see = Se, endre eller ta tilbake påmeldingen

letter-declined-subject = Svar på påmeldingen din: { $event }
letter-declined-news = Takk for at du meldte deg på { $event }. Arrangøren kan dessverre ikke gi deg plass denne gangen.
letter-declined-reason = Arrangøren skriver:
letter-declined-ask = Har du spørsmål, kan du svare på denne e-posten.


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

letter-afterwards-subject = Takk for sist: { $event }
letter-afterwards-news = Takk for at du var med på { $event }.
letter-afterwards-absent-subject = Du gikk kanskje glipp av { $event }
letter-afterwards-absent-news = Du var påmeldt til { $event }, men vi har ikke notert at du var med. Var du der likevel, så si fra.
letter-afterwards-material = Opptak og lysbilder finner du på siden din
letter-afterwards-later = Kommer det opptak eller lysbilder, finner du dem på siden din
letter-afterwards-evaluation = Si hva du syntes, det tar ett minutt
letter-afterwards-anonymous = Svarene er anonyme.
letter-material-subject = Nå kan du se: { $event }
letter-material = Det har kommet opptak eller lysbilder fra { $event } siden vi skrev sist.
letter-material-link = Se det på siden din
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
letter-withdrawal-by-organiser = Arrangøren har meldt deg av { $event }. Spør arrangøren om du lurer på hvorfor.
letter-withdrawal-offer-lapsed = Tilbudet om plass på { $event } gjelder ikke lenger, og plassen går til den neste på listen.
letter-withdrawal-handed-over = Plassen din på { $event } har nå en annen. Takk for at du sa fra.
letter-withdrawal-calendar = En fil som tar arrangementet ut av kalenderen din, ligger ved.
letter-withdrawal-again = Ombestemmer du deg, kan du melde deg på igjen

letter-repeated-subject-place = Du er allerede påmeldt: { $event }
letter-repeated-subject-waiting = Du står allerede på venteliste: { $event }
letter-repeated-subject-undecided = Du er allerede påmeldt: { $event }
letter-repeated-subject-offered = Du har allerede fått tilbud om plass: { $event }
letter-repeated-place = Noen har meldt på denne e-postadressen til { $event } en gang til. Du er allerede påmeldt, så ingenting er endret.
letter-repeated-waiting = Noen har meldt på denne e-postadressen til { $event } en gang til. Du står allerede på venteliste, så ingenting er endret.
letter-repeated-undecided = Noen meldte på adressen din til { $event } en gang til. Du er alt påmeldt, og arrangøren har ikke avgjort ennå.
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
letter-sign-in-changed-subject = Innloggingen din på Møteplass er endret
letter-sign-in-changed-passkey_made = Det er laget en ny passnøkkel for kontoen din på Møteplass.
letter-sign-in-changed-passkey_removed = En passnøkkel er fjernet fra kontoen din på Møteplass.
letter-sign-in-changed-app_made = Innlogging i to steg er slått på for kontoen din på Møteplass, og det er laget reservekoder.
letter-sign-in-changed-app_removed = Innlogging i to steg er slått av for kontoen din på Møteplass.
letter-sign-in-changed-codes_made = Det er laget nye reservekoder for kontoen din på Møteplass. De gamle virker ikke lenger.
letter-sign-in-changed-provider_linked = Kontoen din på Møteplass er koblet til { $provider }. Nå går det an å logge inn på den derfra.
letter-sign-in-changed-provider_removed = Kontoen din på Møteplass er koblet fra { $provider }. Det går ikke lenger an å logge inn på den derfra.
letter-sign-in-changed-signed_out_everywhere = Kontoen din på Møteplass er logget ut overalt.
letter-sign-in-changed-reset = De som drifter Møteplass hos dere, har slått av innloggingen din i to steg, fjernet passnøklene dine og logget deg ut overalt.
letter-sign-in-changed-when = Når:
letter-sign-in-changed-device = Med:
letter-sign-in-changed-you = Var det du som ba om dette, trenger du ikke gjøre noe.
letter-sign-in-changed-not-you = Var det ikke du, har kanskje noen andre kommet seg inn: Logg inn, fjern de måtene å logge inn på som du ikke kjenner igjen, og logg ut overalt. Si også fra til en eier hos { $organiser } eller til dem som drifter Møteplass hos dere. Gjør det med én gang om du ikke kommer inn.
letter-sign-in-changed-link = Se måtene du kan logge inn på

# The page of planned and sent letters.
mail-letters-title = Brev: { $event }
mail-letters-lead = Det vi har sendt og skal sende til deltakerne.
mail-letters-all = Alle brev
mail-letters-numbers = Se påmeldingen og svarene i kalenderen i tall
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
mail-send-now = Send endringene nå
mail-send-now-hint = Brev om endringer venter litt, slik at flere endringer går ut i ett brev.
mail-pause = Sett brevene på vent
mail-pause-hint = Påminnelser, brev om endringer og bordplasser og takkebrev venter til du slipper dem fri. Kvitteringer, tilbud om plass og avlysninger går likevel.
mail-resume = Slipp brevene fri
mail-resume-hint = Det som fortsatt stemmer, blir sendt. Det som tiden er ute for, blir ikke sendt.
mail-paused = Påminnelser og andre brev til mange har vært på vent siden { $since }.
mail-stopped-many = De som drifter tjenesten, har satt påminnelser og andre brev til mange på vent.
mail-stopped-all = De som drifter tjenesten, har satt alle brev på vent, også kvitteringer.
mail-sent-now = { $count ->
    [0] Ingen brev om endringer venter.
    [one] 1 brev om endringer blir sendt nå.
   *[other] { $count } brev om endringer blir sendt nå.
}
mail-send-again = Send på nytt
mail-sent-again = Brevet blir sendt på nytt.
mail-not-sent-again = Dette brevet blir ikke sendt på nytt. Statusen i listen sier hvorfor.

mail-purpose-sign_in = Innlogging
mail-purpose-sign_in_changed = Endret innlogging
mail-purpose-confirmation = Bekreftelse
mail-purpose-waiting_list = Venteliste
mail-purpose-received = Påmelding som skal avgjøres
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
mail-purpose-material = Opptak eller lysbilder som kom senere
mail-purpose-speaking = Til den som holder innlegg
mail-purpose-proposal = Svar på forslag
mail-purpose-reply = Svar fra kalender
mail-purpose-forward = Sendt videre til kontakten

mail-state-pending = Venter
mail-state-paused = På vent
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
mail-stop-hint = Da får du heller ikke meldinger som ikke er nødvendige. Brev om endringer og avlysning får du fortsatt.
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

letter-invitation-subject = Invitasjon: { $event }
letter-invitation-subject-again = Påminnelse om invitasjon: { $event }
letter-invitation-news = Vi vil gjerne ha deg med på { $event }.
letter-invitation-again = Vi har invitert deg til { $event }, og har ikke hørt fra deg ennå. Du er fortsatt velkommen.
letter-invitation-sign-up = Meld deg på her
letter-invitation-before = Svar innen { $when }.
letter-invitation-decline = Kan du ikke, si fra her
letter-invitation-read = Les mer om arrangementet
letter-invitation-why = Du får dette fordi { $organiser } har skrevet deg opp som invitert. Svarer du ikke, minner vi deg på det én gang til, og aldri mer.
letter-invitation-privacy = Slik tar vi vare på personopplysninger
letter-named-subject = { $event }: Stemmer det at du kommer?
letter-named = { $member } har meldt deg på { $event }.
letter-named-answer = Se om alt stemmer, og svar på spørsmålene våre. Kan du ikke komme, melder du deg av samme sted.
letter-named-link = Siden din
letter-named-private = Svarene dine ser bare arrangøren. { $member } ser bare om du har svart.
mail-purpose-delegation = Til delegasjoner
mail-purpose-invitation = Personlig invitasjon
mail-purpose-named = Til dem som er meldt på av delegasjoner

letter-followed-subject = Du er påmeldt hele rekken: { $series }
letter-followed-again-subject = Du er allerede påmeldt rekken: { $series }
letter-followed = Så fint at du blir med. Du er påmeldt hele rekken { $series }, fra nå av.
letter-followed-again = Noen prøvde å melde deg på rekken { $series } en gang til. Du er allerede med, så ingenting er endret.
letter-followed-how = For hver dato får du eget brev med kalenderinvitasjon, også for nye datoer når de kommer. Passer ikke en dato, sier du «ikke denne gangen» i det brevet.
letter-followed-link = Se alle datoene, eller gå ut av rekken
letter-series = Denne datoen hører til rekken { $series }, som du er påmeldt som helhet.
letter-series-skip = Ikke denne gangen
letter-series-all = Alle datoene, og veien ut av rekken
mail-purpose-followed = Påmeldt rekke
letter-turned-away-subject = Fullt: { $event }
letter-turned-away = { $event } hører til rekken { $series }, som du er påmeldt. Denne datoen er full og har ingen venteliste, så du har ikke plass.
letter-turned-away-first = Blir en plass ledig, går den til den som melder seg på først. Vi skriver ikke til deg om det.
letter-turned-away-look = Se om det er plass, og meld deg på
letter-turned-away-rest = Du er fortsatt påmeldt resten av rekken.
mail-purpose-turned_away = Ikke plass på en dato i rekken

letter-placed-subject-tables = { $plan }: Du sitter ved bord { $table }
letter-placed-subject-groups = { $plan }: Du er i gruppe { $table }
letter-placed-subject-none = { $plan }: Planen er endret
letter-placed-tables = { $plan }: Du sitter ved bord { $table }.
letter-placed-groups = { $plan }: Du er i gruppe { $table }.
letter-placed-before-tables = Før sa vi bord { $table }. Det gjelder ikke lenger.
letter-placed-before-groups = Før sa vi gruppe { $table }. Det gjelder ikke lenger.
letter-placed-none-tables = { $plan }: Du har ikke noe fast bord lenger. Påmeldingen din er som før.
letter-placed-none-groups = { $plan }: Du er ikke i noen fast gruppe lenger. Påmeldingen din er som før.
letter-placed-event = Det gjelder { $event }.
mail-purpose-placed = Hvor folk sitter

# The plan for reminders.
letter-reminder-programme-subject = Programmet er klart: { $event }
letter-reminder-programme = Programmet for { $event } er klart. Vi gleder oss.
letter-reminder-deadline-subject = Fristen nærmer seg: { $event }
letter-reminder-deadline = Du kan endre påmeldingen din eller melde deg av innen { $deadline }.
letter-reminder-answer-subject = Kommer du? { $event }
letter-reminder-answer = Vi har ikke fått et ja fra kalenderen din. Kommer du, kan du svare ja på invitasjonen der. Kan du ikke komme, melder du deg av, så kan en annen få plassen.
letter-reminder-questions-subject = Vi mangler svar fra deg: { $event }
letter-reminder-questions = Vi har ikke fått svar på spørsmålene våre ennå. Svar på siden din, så kan vi planlegge godt.
letter-follow-up-event = Siden til arrangementet
mail-plan-title = Påminnelser: { $of }
mail-plan-link = Påminnelser
mail-plan-letters = Brev
mail-plan-overview = Alle arrangementer
mail-plan-of-organisation = Planen til organisasjonen
mail-plan-kind-conference = Konferanser
mail-plan-kind-webinar = Webinarer
mail-plan-kind-gathering = Samlinger
mail-plan-organisation-lead-conference = Planen gjelder alle konferansene deres som ikke har en egen plan, og der filen ikke nevner påminnelser.
mail-plan-organisation-lead-webinar = Planen gjelder alle webinarene deres som ikke har en egen plan, og der filen ikke nevner påminnelser.
mail-plan-organisation-lead-gathering = Planen gjelder alle samlingene deres som ikke har en egen plan, og der filen ikke nevner påminnelser.
mail-plan-source-event = Dette er en egen plan for dette arrangementet.
mail-plan-source-file = Planen kommer fra filen til arrangementet. Endrer du noe her, får arrangementet en egen plan.
mail-plan-source-organisation = Dette er planen til organisasjonen.
mail-plan-source-usual = Dette er den vanlige planen. Endrer du noe her, blir det en egen plan.
mail-plan-over = Det blir ikke sendt flere påminnelser om dette arrangementet.
mail-plan-rules = Når det går ut påminnelser
mail-plan-none = Ingen påminnelser går ut.
mail-plan-when = Når
mail-plan-to = Til
mail-plan-next = Tidspunkt
mail-plan-so-far = Så langt
mail-plan-edit = Endre
mail-plan-change = Endre
mail-plan-remove = Fjern
mail-plan-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutter
}
mail-plan-hours = { $count ->
    [one] 1 time
   *[other] { $count } timer
}
mail-plan-days = { $count ->
    [one] 1 dag
   *[other] { $count } dager
}
mail-plan-working_days = { $count ->
    [one] 1 arbeidsdag
   *[other] { $count } arbeidsdager
}
mail-plan-from-start = { $span } før start
mail-plan-from-deadline = { $span } før fristen for å melde seg av
mail-plan-from-end = { $span } etter slutt
mail-plan-from-release = { $span } etter at programmet er sluppet
mail-plan-any-hour = Også om natten
mail-plan-audience-everybody = Alle som har plass
mail-plan-audience-unconfirmed = De som ikke har svart ja i kalenderen
mail-plan-audience-unanswered = De som en delegasjon har meldt på, og som ikke har svart på spørsmålene
mail-plan-audience-came = De som var der
mail-plan-audience-missed = De som ikke kom
mail-plan-people = { $count ->
    [0] Til ingen slik det er nå
    [one] Til 1 person slik det er nå
   *[other] Til { $count } personer slik det er nå
}
mail-plan-not-past = Tidspunktet er passert
mail-plan-not-never = Blir aldri sendt: det er for sent
mail-plan-not-unreleased = Programmet er ikke sluppet ennå
mail-plan-nothing-yet = Ingenting ennå
mail-plan-sent = Sendt: { $count }
mail-plan-trouble = Med feil: { $count }
mail-plan-skipped = Ikke sendt: { $count }.
mail-plan-afterwards = Brevet etter webinaret går ut { $when }. Det står i filen til webinaret.
mail-plan-afterwards-webinar = Når brevet etter et webinar går ut, står i filen til hvert webinar.
mail-plan-delegations = Delegasjoner som mangler navn, blir minnet på det fra siden til samlingen.
mail-plan-add-heading = Legg til en påminnelse
mail-plan-change-heading = Endre en påminnelse
mail-plan-count = Hvor lenge
mail-plan-unit = Enhet
mail-plan-unit-minutes = Minutter
mail-plan-unit-hours = Timer
mail-plan-unit-days = Dager
mail-plan-unit-working_days = Arbeidsdager
mail-plan-anchor = Regnet fra
mail-plan-anchor-start = Før start
mail-plan-anchor-deadline = Før fristen for å melde seg av
mail-plan-anchor-end = Etter slutt
mail-plan-anchor-release = Etter at programmet er sluppet
mail-plan-clock = Klokkeslett
mail-plan-clock-hint = Bare for dager. Skriv slik: 09:00. Ellers går brevet på samme tid av dagen som det er regnet fra.
mail-plan-any-hour-label = Send også om natten
mail-plan-any-hour-hint = Ellers går ingenting ut mellom klokken 21 og 7.
mail-plan-save = Lagre
mail-plan-cancel = Avbryt
mail-plan-back-heading = Ikke egen plan
mail-plan-back = Bruk planen til organisasjonen
mail-plan-back-hint = Da gjelder det som står i filen, eller planen til organisasjonen.
mail-plan-back-usual = Bruk den vanlige planen
mail-plan-back-hint-usual = Da gjelder den vanlige planen for alle arrangementer av dette slaget.
mail-plan-done-saved = Planen er lagret.
mail-plan-done-removed = Påminnelsen er fjernet.
mail-plan-done-back = Den egne planen er fjernet.
mail-plan-wrong-anchor = Velg hva tiden skal regnes fra
mail-plan-wrong-count = Skriv et helt tall som er større enn null
mail-plan-wrong-unit = Velg minutter, timer, dager eller arbeidsdager
mail-plan-wrong-clock = Skriv klokkeslettet slik: 09:00
mail-plan-wrong-clock-hours = Klokkeslett går bare sammen med dager og arbeidsdager
mail-plan-wrong-audience = Velg noen som kan være kjent da: «var der» og «kom ikke» etter slutt, «ikke svart ja» før
mail-plan-wrong-distance = Det er for lenge: høyst 90 dager før, og 13 dager etter slutt
mail-plan-wrong-there = Det finnes alt en slik påminnelse
mail-plan-wrong-twice = Da ville noen få to brev etterpå. Endre eller fjern den andre først
mail-plan-wrong-too-many = En plan kan ha høyst 10 påminnelser
mail-skip-confirmed = Personen har svart ja
mail-skip-answered = Personen har svart på spørsmålene
mail-skip-absent = Personen var ikke der
mail-skip-was-there = Personen var der

# Meldinger som arrangører skriver til noen av de påmeldte.
letter-notice-stop = Ikke send meg flere slike meldinger om dette
letter-own-nameless = deltaker
letter-trial-subject = Prøve: { $subject }
letter-trial-name = Kari Nordmann

mail-purpose-notice = Melding fra arrangøren
mail-purpose-trial = Prøvebrev
mail-skip-not-chosen = Personen hører ikke lenger til dem meldingen er til
mail-skip-stopped-by-organiser = Arrangøren stoppet meldingen
mail-letters-organiser = Arrangøren som ba om det

mail-notices-link = Meldinger
mail-notices-title = Meldinger: { $event }
mail-notices-lead = Her skriver du til alle eller noen av de påmeldte. Meldingen ligger i utboksen til du slipper den, og hver person får den én gang.
mail-notices-new = Skriv en melding
mail-notices-list = Meldinger
mail-notices-none = Det er ikke skrevet noen melding ennå.
mail-notices-all = Alle meldinger
mail-notice-untitled = Uten emne
mail-notice-subject = Emne
mail-notice-subject-hint = Skriv kort hva meldingen gjelder.
mail-notice-text = Tekst
mail-notice-text-hint = Brevet begynner med en hilsen og slutter med lenken til påmeldingen og navnet på organisasjonen. Skill avsnitt med en tom linje. Adresser som begynner med https:// blir lenker.
mail-notice-change-title = Endre meldingen
mail-notice-form-lead = Ingenting blir sendt før du slipper meldingen. Skriv den på alle språkene arrangementet har.
mail-notice-stale = Noen har endret meldingen { $when }, etter at du åpnet den. Det du har skrevet, er ikke lagret.
mail-notice-stale-see = Se meldingen slik den er nå
mail-own-placeholders = Felter som fylles ut for hver person
mail-own-placeholder-name = fornavnet
mail-own-placeholder-event = navnet på arrangementet
mail-own-placeholder-when = dato og klokkeslett
mail-own-placeholder-place = stedet, eller at det er et nettmøte
mail-own-placeholder-link = lenken til påmeldingen, bare for den personen. Ikke i emnet.
mail-own-placeholder-organiser = organisasjonen som arrangerer
mail-own-wrong-unknown = { $word } finnes ikke. Bruk feltene i listen, slik de står der
mail-own-wrong-brace = Krøllparenteser kan bare stå rundt feltene i listen
mail-own-wrong-long = Teksten er for lang: høyst { $most } tegn
mail-notice-standing = Hvem
mail-notice-standing-admitted = De som har plass
mail-notice-standing-waiting = De som står på venteliste
mail-notice-standing-offered = De som har fått tilbud om plass
mail-notice-standing-undecided = De som venter på svar fra dere
mail-notice-form = Deltakerform
mail-notice-any-form = Alle
mail-notice-form-in_person = De som deltar på stedet
mail-notice-form-online = De som deltar på nett
mail-notice-session = Økt
mail-notice-any-session = Alle, uansett økt
mail-notice-in-session = De som har plass på { $session }
mail-notice-presence = Frammøte
mail-notice-any-presence = Alle, uansett frammøte
mail-notice-silence = Svar
mail-notice-any-silence = Alle, uansett svar
mail-notice-necessary = Meldingen er nødvendig for dem som er påmeldt
mail-notice-necessary-hint = Kryss av når folk må vite dette for å kunne delta. Da går meldingen også til dem som har sagt fra at de ikke vil ha påminnelser, og ingen kan si nei til den.
mail-notice-save = Legg i utboksen
mail-notice-wrong-nobody = Velg hvem som skal få meldingen
mail-notice-state-held = I utboksen
mail-notice-state-scheduled = Går av seg selv
mail-notice-state-released = Sluppet
mail-notice-state-stopped = Stoppet
mail-notice-done-saved = Meldingen ligger i utboksen. Ingen får den før du slipper den.
mail-notice-done-tried = Prøvebrevet er på vei til deg.
mail-notice-done-released = Meldingen er sluppet.
mail-notice-done-scheduled = Meldingen går av seg selv til den tiden. Du kan endre den eller ta den tilbake fram til da.
mail-notice-done-held = Meldingen venter i utboksen.
mail-notice-done-otherwise = Noen har endret eller sluppet meldingen i mellomtiden. Ingenting er gjort nå.
mail-notice-done-lacking = Meldingen kan ikke sendes ennå. Se hva som mangler.
mail-notice-done-deleted = Meldingen er slettet.
mail-notice-done-stopped = Meldingen er stoppet. De som ikke hadde fått den, får den ikke.
mail-notice-done-gone = Alle har fått meldingen allerede, så det var ingenting å stoppe.
mail-notice-people = Går nå til
mail-notice-stops = Kan mottakeren si nei?
mail-notice-stops-yes = Ja, med ett klikk
mail-notice-stops-no = Nei, meldingen er nødvendig
mail-notice-hours = Tid på døgnet
mail-notice-became = Hva det ble av meldingen
mail-notice-chosen = Skulle få meldingen
mail-notice-log = Se brevet til hver enkelt
mail-notice-lacks = Før meldingen kan sendes
mail-notice-lacks-subject = Emnet mangler
mail-notice-lacks-text = Teksten mangler
mail-notice-lacks-cancelled = Arrangementet er avlyst, og det kan ikke sendes meldinger.
mail-notice-looks = Slik blir brevet
mail-notice-looks-hint = Vist for en oppdiktet person. Tallet i parentes er hvor mange som får brevet på det språket.
mail-notice-change = Endre
mail-notice-try = Send prøvebrev til meg
mail-notice-release-heading = Slipp meldingen
mail-notice-goes-at = Meldingen går { $when }.
mail-notice-hold = Vent likevel
mail-notice-release-hint = { $count ->
    [0] Ingen hører til utvalget akkurat nå.
    [one] Én person får meldingen. De som melder seg på etterpå, får den ikke.
   *[other] { $count } personer får meldingen. De som melder seg på etterpå, får den ikke.
}
mail-notice-waits = Det er sent, så brevene venter til { $when }.
mail-notice-release = Slipp nå
mail-notice-day = Eller slipp av seg selv denne dagen
mail-notice-clock-hint = Skriv slik: 09:00. Hvem som får meldingen, blir avgjort da.
mail-notice-schedule = Slipp til den tiden
mail-notice-delete-heading = Ta meldingen tilbake
mail-notice-delete = Slett meldingen
mail-notice-stop-heading = Stopp meldingen
mail-notice-stop-hint = { $count ->
    [one] { $count } person har ikke fått meldingen ennå.
   *[other] { $count } personer har ikke fått meldingen ennå.
}
mail-notice-stop = Stopp meldingen …
mail-notice-stop-title = Vil du stoppe meldingen?
mail-notice-stop-then = { $count ->
    [one] { $count } person har ikke fått meldingen ennå, og får den ikke om du stopper den. De som har fått den, får ikke vite noe. Det kan ikke gjøres om, men du kan skrive en ny melding.
   *[other] { $count } personer har ikke fått meldingen ennå, og får den ikke om du stopper den. De som har fått den, får ikke vite noe. Det kan ikke gjøres om, men du kan skrive en ny melding.
}
mail-notice-stop-now = Stopp nå
mail-notice-stop-back = Nei, la den gå
mail-notice-untimely-day = Skriv en dato som finnes
mail-notice-untimely-clock = Skriv klokkeslettet slik: 09:00
mail-notice-untimely-past = Velg en tid som ikke er passert
mail-notice-untimely-far = Velg en tid innen ett år

# Det arrangører sier i brevene om et arrangement, utover de vanlige ordene.
mail-wording-link = Ordlyd
mail-wording-title = Ordlyd i brevene: { $event }
mail-wording-lead = Her kan du gi brevene et eget emne og en egen tekst. Det brevene må si, står der uansett.
mail-wording-letters = Brev du kan skrive i
mail-wording-words = Ordlyd
mail-wording-own = Med egne ord
mail-wording-usual = Den vanlige
mail-wording-letter-confirmation = Bekreftelse
mail-wording-letter-invitation = Den personlige invitasjonen
mail-wording-letter-received = Påmeldingen er kommet, og skal avgjøres
mail-wording-letter-waiting_list = Venteliste
mail-wording-letter-offer = Tilbud om plass
mail-wording-letter-place = Plass fra ventelisten
mail-wording-letter-reminder = Påminnelse om at det snart begynner
mail-wording-letter-follow_up = Etterpå, til dem som var der
mail-wording-letter-missed = Etterpå, til dem som ikke kom
mail-wording-letter-withdrawal = Avmelding
mail-wording-all = Alle brevene
mail-wording-form-lead = La feltene stå tomme der de vanlige ordene er gode nok.
mail-wording-subject-hint = Kommer i stedet for det vanlige emnet.
mail-wording-text = Egen tekst
mail-wording-text-hint = Kommer tidlig i brevet, etter det brevet har å melde. Skill avsnitt med en tom linje. Adresser som begynner med https:// blir lenker.
mail-wording-looks-hint = Vist for en oppdiktet person, med det som er lagret.
mail-wording-back = Tilbake til den vanlige ordlyden
mail-wording-stale = Noen har endret dette etter at du åpnet siden. Det du har skrevet, er ikke lagret.
mail-wording-stale-see = Se det slik det er nå
mail-wording-done-saved = Ordlyden er lagret, og gjelder for brev som blir sendt fra nå av.
mail-wording-done-back = Brevet har den vanlige ordlyden igjen.
mail-wording-done-tried = Prøvebrevet er på vei til deg.
mail-wording-done-otherwise = Prøvebrevet ble ikke sendt. Last siden på nytt og prøv igjen.
mail-wording-wrong-missing = Skriv det på dette språket også, eller la alle språkene stå tomme

# Å finne brev.
mail-log-of-notice = Brevene som gjelder meldingen «{ $subject }».
mail-log-of-person = Brevene til { $name }.
mail-log-person = Se påmeldingen til { $name }
mail-log-everything = Se alle brevene
mail-log-any-purpose = Alle slags brev
mail-log-any-stage = Alle
mail-log-show = Vis
mail-log-found = { $count ->
    [0] Ingen brev passer.
    [one] Ett brev.
   *[other] { $count } brev.
}
mail-log-page = side { $page } av { $pages }
mail-log-pages = Sider
mail-log-before = Forrige side
mail-log-next = Neste side

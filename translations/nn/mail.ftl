# Every letter.
letter-hello = Hei { $name }!
letter-hello-nameless = Hei!
letter-greeting = Helsing { $organiser }
letter-when = Når:
letter-where = Kvar:
letter-what = Tittel:
letter-online = Nettmøte
letter-and-online = og på nett
letter-join = Bli med på nett
letter-chosen = Du har valt:
letter-manage = Endre påmeldinga di eller meld deg av
letter-only-you = Lenkja er berre til deg.
letter-attached = Kalenderfila ligg ved.
letter-subscribe = La kalenderen din hente endringar sjølv
letter-cannot-come = Kan du ikkje kome likevel? Sei frå så snart du veit det, så kan ein annan få plassen.
letter-questions = Lurer du på noko, er det berre å svare på denne e-posten.
letter-before = før:
letter-waited-for = Du står på venteliste til:
letter-in-person = Der vi møtest
letter-programme-version = Programmet (versjon { $version })
letter-form = Du deltek:
letter-form-in-person = på staden
letter-form-online = på nett
letter-moved = Flytta:
letter-gone = Går ut:
letter-got = Du har fått plass:
letter-settled = Du har framleis { $kept }, og ikkje lenger { $released }. Dei går samstundes, og fristen for å velje er ute.

letter-confirmation-subject = Du er påmeld: { $event }
letter-confirmation-news = Så fint at du blir med. Plassen din er klar.

letter-waiting-list-subject = Du står på venteliste: { $event }
letter-waiting-list-news = { $event } er fullt akkurat no, men du står på ventelista som nummer { $position }.
letter-waiting-list-wait = Vi skriv til deg med ein gong det blir ein ledig plass til deg. Du treng ikkje gjere noko no, men vent med å bestille reise.
letter-waiting-list-offers = Vi skriv til deg når det er ein plass til deg. Då må du svare innan fristen. Vent med å bestille reise.
letter-waiting-list-leave = Vil du ikkje stå på lista lenger? Meld deg av her

letter-received-subject = Vi har teke imot påmeldinga di: { $event }
letter-received-news = Takk for påmeldinga til { $event }. Arrangøren avgjer kven som får plass.
letter-received-next = Du har ikkje plass enno. Vi skriv til deg når det er avgjort. Vent med å bestille reise.
letter-received-see = Sjå, endre eller ta tilbake påmeldinga

letter-declined-subject = Svar på påmeldinga di: { $event }
letter-declined-news = Takk for at du melde deg på { $event }. Arrangøren kan dessverre ikkje gi deg plass denne gongen.
letter-declined-reason = Arrangøren skriv:
letter-declined-ask = Har du spørsmål, kan du svare på denne e-posten.


letter-offer-subject = Vil du ha plassen? { $event }
letter-offer-news = Gode nyhende: Det blei ein plass ledig, og vi held han av til deg.
letter-offer-answer = Vil du ha plassen? Svar innan { $deadline }
letter-offer-lapse = Høyrer vi ikkje frå deg, går plassen til den neste på lista.

letter-place-subject = Du har fått plass: { $event }
letter-place-news = Gode nyhende: Det blei ein plass ledig, og han er din.
letter-place-ready = Plassen er klar, så du treng ikkje gjere noko.
letter-place-leave = Passar det ikkje likevel, meld deg av innan { $deadline }, så går plassen til den neste på lista

letter-reply-subject-unproven = Vil du melde deg av? { $event }
letter-reply-unproven = Vi har fått eit nei til { $event } frå ein kalender, men kan ikkje sjå om det er du som svarte. Derfor er ingenting endra.
letter-reply-link-unproven = Meld deg av her
letter-reply-subject-too-late = Fristen for å melde seg av er ute: { $event }
letter-reply-too-late = Vi har fått nei frå kalenderen din til { $event }, men fristen for å melde seg av er ute. Du står framleis som påmeld.
letter-reply-link-too-late = Påmeldinga di
letter-reply-subject-substitute = Kjem ein annan i staden for deg? { $event }
letter-reply-substitute = I kalenderen din er det svart at ein annan kjem på { $event }. Plassen er framleis din.
letter-reply-link-substitute = Sei kven som skal ha plassen
letter-reply-subject-signed-off = Du er ikkje påmeld: { $event }
letter-reply-signed-off = Du har svart ja til { $event } i kalenderen din, men påmeldinga di er trekt tilbake. Eit svar i kalenderen melder deg ikkje på att.
letter-reply-link-signed-off = Meld deg på att
letter-reply-subject-invitation = Invitasjonen din: { $event }
letter-reply-invitation = Kalenderen din bad om den nyaste invitasjonen til { $event }. Her er han.
letter-reply-link-invitation = Påmeldinga di
letter-reply-stays = Gjer du ingenting, har du plassen framleis.

letter-forward-subject-text = { $name } skriv om { $event }
letter-forward-text = { $name } ({ $address }) har skrive til oss om { $event }:
letter-forward-subject-away = { $name } er borte: { $event }
letter-forward-away = Vi fekk dette automatiske svaret frå { $name } ({ $address }) på eit brev om { $event }:
letter-forward-subject-speaker-accepted = { $name } svarte ja: { $event }
letter-forward-speaker-accepted = { $name } ({ $address }), som held innlegg på { $event }, har svart ja i kalenderen sin.
letter-forward-subject-speaker-tentative = { $name } svarte kanskje: { $event }
letter-forward-speaker-tentative = { $name } ({ $address }), som held innlegg på { $event }, har svart kanskje i kalenderen sin.
letter-forward-subject-speaker-declined = { $name } svarte nei: { $event }
letter-forward-speaker-declined = { $name } ({ $address }), som held innlegg på { $event }, har svart nei i kalenderen sin. Programmet er ikkje endra.
letter-forward-session = Det gjeld: { $title }
letter-forward-uncertain = Det er ikkje sikkert at svaret kom frå { $name }. Spør før du gjer noko med det.
letter-forward-title = Emne:
letter-forward-answer = Svarer du på denne e-posten, går svaret til den som skreiv.

letter-reminder-subject = Snart sjåast vi: { $event }
letter-reminder-days = Om { $days } dagar er det klart for { $event }. Vi gler oss.
letter-reminder-tomorrow = I morgon er det klart for { $event }. Vi gler oss.
letter-reminder-today = I dag er det klart for { $event }. Vi gler oss.
letter-reminder-soon = No er det snart klart for { $event }. Vi gler oss.
letter-reminder-join = Møtelenkje
letter-reminder-manage = Programmet og påmeldinga di finn du her
letter-reminder-cannot-come = Har noko kome i vegen? Meld deg av på same lenkja, så kan ein annan få plassen.
letter-reminder-stop = Ikkje send meg fleire påminningar om dette

letter-change-subject = Endring: { $event }
letter-change-news = Vi har endra noko ved { $event }:
letter-change-choices = Du har valt:
letter-change-nothing = ingenting
letter-change-now = Slik er det no:
letter-change-stands = Påmeldinga di gjeld framleis, og ei ny kalenderfil ligg ved. Passar det ikkje lenger, kan du melde deg av her
letter-change-got-subject = Du har fått plass: { $session }, { $event }
letter-change-got-news = Gode nyhende: Det blei plass til deg i noko du stod på venteliste til på { $event }:

letter-replanned-subject = Programmet er endra for deg: { $event }
letter-replanned-news = Programmet for { $event } er endra, og det gjeld noko du har valt. Dette er versjon { $version }.
letter-replanned-note = Arrangøren seier:
letter-replanned-clashes = Dette kan du ikkje rekke båe delar av:
letter-replanned-otherwise = Vel du ikkje, har du framleis det du valde først.
letter-replanned-choose = Vel kva du vil ha, innan { $deadline }
letter-replanned-gone = Du kan velje noko anna som har plass.
letter-replanned-waiting = Det er ikkje plass til deg enno, så du står på venteliste. Vi skriv til deg når det er ein plass.
letter-replanned-manage = Her kan du endre vala dine eller melde deg av
letter-replanned-attached = Påmeldinga di gjeld framleis, og ei ny kalenderfil ligg ved.

letter-afterwards-subject = Takk for sist: { $event }
letter-afterwards-news = Takk for at du var med på { $event }.
letter-afterwards-absent-subject = Du gjekk kanskje glipp av { $event }
letter-afterwards-absent-news = Du var påmeld til { $event }, men vi har ikkje notert at du var med. Var du der likevel, så sei frå.
letter-afterwards-material = Opptak og lysbilete finn du på sida di
letter-afterwards-later = Kjem det opptak eller lysbilete, finn du dei på sida di
letter-afterwards-evaluation = Sei kva du syntest, det tek eitt minutt
letter-afterwards-anonymous = Svara er anonyme.
letter-material-subject = No kan du sjå: { $event }
letter-material = Det har kome opptak eller lysbilete frå { $event } sidan vi skreiv sist.
letter-material-link = Sjå det på sida di
letter-follow-up-subject = Takk for sist: { $event }
letter-follow-up-news = Takk for at du var med på { $event }.
letter-follow-up-absent-subject = Lysark og opptak: { $event }
letter-follow-up-absent-news = Du var påmeld til { $event }, men vi har ikkje notert at du var der. Var du der likevel, så sei frå.
letter-follow-up-programme = Lysark og opptak finn du i programmet
letter-follow-up-certificate = Deltakarbeviset ditt (PDF)

letter-speaking-subject-new = Du står på programmet: { $session }, { $event }
letter-speaking-subject-moved = Flytta: { $session }, { $event }
letter-speaking-subject-changed = Endra: { $session }, { $event }
letter-speaking-subject-gone = Går ut: { $session }, { $event }
letter-speaking-subject-event-cancelled = Avlyst: { $session }, { $event }
letter-speaking-new = Du står på programmet for { $event } med dette:
letter-speaking-moved = Dette har fått ny tid eller ny stad på { $event }:
letter-speaking-changed = Dette er endra på { $event }:
letter-speaking-gone = Du står ikkje lenger på programmet for { $event } med dette:
letter-speaking-event-cancelled = { $event } er avlyst, så dette går ut:
letter-speaking-all = Alt du er med på:
letter-speaking-leads = du leier
letter-speaking-link = Sida di: sjå over omtalen og biletet ditt, og last opp lysark
letter-speaking-speaks = Du held innlegg på { $event }.
letter-speaking-moderates = Du leier dette på { $event }.

letter-proposal-subject-received = Vi har fått framlegget ditt: { $proposal }
letter-proposal-subject-accepted = Framlegget ditt er med: { $proposal }
letter-proposal-subject-declined = Svar på framlegget ditt: { $proposal }
letter-proposal-received = Takk for framlegget «{ $proposal }» til { $event }. Vi les det og skriv til deg når det er avgjort.
letter-proposal-accepted = Gode nyhende: Vi vil gjerne ha «{ $proposal }» med på { $event }. Vi skriv til deg når tid og stad er klart.
letter-proposal-declined = Takk for framlegget «{ $proposal }» til { $event }. Vi har diverre ikkje plass til det denne gongen.
letter-proposal-note = Frå dei som har vurdert det:
letter-proposal-link = Her finn du framlegget ditt

letter-cancellation-subject = Avlyst: { $event }
letter-cancellation-news = Vi må diverre avlyse { $event }, som skulle vere { $when }.
letter-cancellation-reason = Grunnen: { $reason }
letter-cancellation-nothing-to-do = Du treng ikkje gjere noko med påmeldinga.
letter-cancellation-calendar = Ei fil som tek arrangementet ut av kalenderen din, ligg ved.
letter-cancellation-travel = Hugs å avbestille reise og hotell som du har bestilt sjølv.
letter-cancellation-thanks = Takk for at du ville vere med. Vi håpar å sjå deg ein annan gong.

letter-withdrawal-subject = Du er meld av: { $event }
letter-withdrawal-by-person = Du er meld av { $event }. Takk for at du sa frå.
letter-withdrawal-by-delegation = Dei som melde deg på { $event }, har meldt deg av igjen. Spør dei om du lurer på noko.
letter-withdrawal-by-organiser = Arrangøren har meldt deg av { $event }. Spør arrangøren om du lurer på kvifor.
letter-withdrawal-offer-lapsed = Tilbodet om plass på { $event } gjeld ikkje lenger, og plassen går til den neste på lista.
letter-withdrawal-handed-over = Plassen din på { $event } har no ein annan. Takk for at du sa frå.
letter-withdrawal-calendar = Ei fil som tek arrangementet ut av kalenderen din, ligg ved.
letter-withdrawal-again = Ombestemmer du deg, kan du melde deg på igjen

letter-repeated-subject-place = Du er alt påmeld: { $event }
letter-repeated-subject-waiting = Du står alt på venteliste: { $event }
letter-repeated-subject-undecided = Du er alt påmeld: { $event }
letter-repeated-subject-offered = Du har alt fått tilbod om plass: { $event }
letter-repeated-place = Nokon har meldt på denne e-postadressa til { $event } ein gong til. Du er alt påmeld, så ingenting er endra.
letter-repeated-waiting = Nokon har meldt på denne e-postadressa til { $event } ein gong til. Du står alt på venteliste, så ingenting er endra.
letter-repeated-undecided = Nokon melde på adressa di til { $event } ein gong til. Du er alt påmeld, og arrangøren har ikkje avgjort enno.
letter-repeated-offered = Nokon har meldt på denne e-postadressa til { $event } ein gong til. Du har alt fått tilbod om plass, så ingenting er endra.
letter-repeated-manage = Her finn du påmeldinga di

letter-link-subject = Lenkja di til { $event }
letter-link-news = Her er den nye lenkja di til påmeldinga di til { $event }. Den gamle verkar ikkje lenger.
letter-link-asked = Her er lenkja til påmeldinga di til { $event }. Nokon bad om ho med denne e-postadressa.
letter-link-attached = Kalenderfila som ligg ved, set den nye lenkja inn i kalenderen din.

letter-sign-in-subject = Logg inn på Møteplass
letter-sign-in-news = Du bad om ei lenkje for å logge inn som arrangør for { $organiser }.
letter-sign-in-link = Logg inn
letter-sign-in-until = Lenkja verkar éin gong, fram til { $until }.
letter-sign-in-not-you = Var det ikkje du som bad om ho, treng du ikkje gjere noko.
letter-invited-subject = Du er invitert som arrangør hos { $organiser }
letter-invited-news = Du har fått ein konto på Møteplass for å arrangere saman med { $organiser }.
letter-sign-in-changed-subject = Innlogginga di på Møteplass er endra
letter-sign-in-changed-passkey_made = Det er laga ein ny passnøkkel for kontoen din på Møteplass.
letter-sign-in-changed-passkey_removed = Ein passnøkkel er fjerna frå kontoen din på Møteplass.
letter-sign-in-changed-app_made = Innlogging i to steg er slått på for kontoen din på Møteplass, og det er laga reservekodar.
letter-sign-in-changed-app_removed = Innlogging i to steg er slått av for kontoen din på Møteplass.
letter-sign-in-changed-codes_made = Det er laga nye reservekodar for kontoen din på Møteplass. Dei gamle verkar ikkje lenger.
letter-sign-in-changed-provider_linked = Kontoen din på Møteplass er kopla til { $provider }. No går det an å logge inn på han derifrå.
letter-sign-in-changed-provider_removed = Kontoen din på Møteplass er kopla frå { $provider }. Det går ikkje lenger an å logge inn på han derifrå.
letter-sign-in-changed-signed_out_everywhere = Kontoen din på Møteplass er logga ut overalt.
letter-sign-in-changed-reset = Dei som driftar Møteplass hos dykk, har slått av innlogginga di i to steg, fjerna passnøklane dine og logga deg ut overalt.
letter-sign-in-changed-when = Når:
letter-sign-in-changed-device = Med:
letter-sign-in-changed-you = Var det du som bad om dette, treng du ikkje gjere noko.
letter-sign-in-changed-not-you = Var det ikkje du, har kanskje nokon andre kome seg inn: Logg inn, fjern dei måtane å logge inn på som du ikkje kjenner att, og logg ut overalt. Sei òg frå til ein eigar hos { $organiser } eller til dei som driftar Møteplass hos dykk. Gjer det med ein gong om du ikkje kjem inn.
letter-sign-in-changed-link = Sjå måtane du kan logge inn på

# The page of planned and sent letters.
mail-letters-title = Brev: { $event }
mail-letters-lead = Det vi har sendt og skal sende til deltakarane.
mail-letters-all = Alle brev
mail-letters-numbers = Sjå påmeldinga og svara i kalenderen i tal
mail-letters-none = Det er ingen brev om dette arrangementet enno.
mail-letters-counts = Tal på brev
mail-letters-list = Alle brev
mail-letters-purpose = Brev
mail-letters-to = Til
mail-letters-due = Tid
mail-letters-fate = Status
mail-letters-planned = Planlagde
mail-letters-sent = Sende
mail-letters-trouble = Med feil
mail-letters-skipped = Ikkje sende
mail-letters-erased = Sletta
mail-letters-proposer = Den som sende inn eit framlegg
mail-letters-contact = Kontakten for arrangementet
mail-send-now = Send endringane no
mail-send-now-hint = Brev om endringar ventar litt, slik at fleire endringar går ut i eitt brev.
mail-pause = Set breva på vent
mail-pause-hint = Påminningar, brev om endringar og bordplassar og takkebrev ventar til du slepp dei fri. Kvitteringar, tilbod om plass og avlysingar går likevel.
mail-resume = Slepp breva fri
mail-resume-hint = Det som enno stemmer, blir sendt. Det som tida er ute for, blir ikkje sendt.
mail-paused = Påminningar og andre brev til mange har vore på vent sidan { $since }.
mail-stopped-many = Dei som driftar tenesta, har sett påminningar og andre brev til mange på vent.
mail-stopped-all = Dei som driftar tenesta, har sett alle brev på vent, også kvitteringar.
mail-sent-now = { $count ->
    [0] Ingen brev om endringar ventar.
    [one] 1 brev om endringar blir sendt no.
   *[other] { $count } brev om endringar blir sende no.
}
mail-send-again = Send på nytt
mail-sent-again = Brevet blir sendt på nytt.
mail-not-sent-again = Dette brevet blir ikkje sendt på nytt. Statusen i lista seier kvifor.

mail-purpose-sign_in = Innlogging
mail-purpose-sign_in_changed = Endra innlogging
mail-purpose-confirmation = Stadfesting
mail-purpose-waiting_list = Venteliste
mail-purpose-received = Påmelding som skal avgjerast
mail-purpose-offer = Tilbod om plass
mail-purpose-place = Plass frå ventelista
mail-purpose-withdrawal = Avmelding
mail-purpose-repeated = Alt påmeld
mail-purpose-link = Ny lenkje
mail-purpose-cancellation = Avlysing
mail-purpose-change = Endring
mail-purpose-reminder = Påminning
mail-purpose-replanned = Endra program
mail-purpose-follow_up = Etter arrangementet
mail-purpose-material = Opptak eller lysbilete som kom seinare
mail-purpose-speaking = Til den som held innlegg
mail-purpose-proposal = Svar på framlegg
mail-purpose-reply = Svar frå kalender
mail-purpose-forward = Sendt vidare til kontakten

mail-state-pending = Ventar
mail-state-paused = På vent
mail-state-leased = Blir sendt
mail-state-dot_written = Blir sendt
mail-state-sent = Sendt
mail-state-deferred = Mottakaren bad oss prøve seinare
mail-state-failed = Ikkje levert
mail-state-uncertain = Uvisst om det kom fram
mail-state-withdrawn = Ikkje sendt

mail-skip-too-late = Tida for brevet var alt ute
mail-skip-withdrawn = Personen er meld av
mail-skip-event-cancelled = Arrangementet er avlyst
mail-skip-no-place = Personen har ikkje plass lenger
mail-skip-superseded = Eit nyare brev seier meir
mail-skip-stopped = Personen vil ikkje ha påminningar
mail-skip-over = Arrangementet har begynt eller er over
mail-skip-nothing-changed = Endringa blei gjord om igjen
mail-skip-rule-removed = Påminninga er teken bort
mail-skip-moved = Arrangementet blei flytta
mail-skip-expired = Lenkja gjeld ikkje lenger
mail-skip-erased = Opplysningane er sletta
mail-skip-no-attendance = Ingen er noterte som frammøtte
mail-skip-unreachable = E-post til adressa kjem i retur

# Stopping reminders.
mail-stop-title = Påminningar
mail-stop-question = Vil du ikkje ha fleire påminningar om { $event }?
mail-stop-hint = Då får du heller ikkje meldingar som ikkje er nødvendige. Brev om endringar og avlysing får du framleis.
mail-stop-button = Ikkje send fleire påminningar
mail-stopped-title = Du får ikkje fleire påminningar
mail-stopped-text = Vi sender deg ikkje fleire påminningar om { $event }. Du er framleis påmeld.

# The postbox of a trial installation.
mail-postbox-title = Postkasse
mail-postbox-lead = Her ligg breva som elles ville ha gått ut som e-post.
mail-postbox-none = Ingen brev er sende enno. Meld deg på noko, så kjem det første.
mail-postbox-from = Frå
mail-postbox-to = Til
mail-postbox-reply-to = Svar til
mail-postbox-subject = Emne
mail-postbox-date = Dato
mail-postbox-html = Slik det ser ut
mail-postbox-text = Som rein tekst
mail-postbox-calendar = I kalenderen
mail-postbox-headers = Alle felt
mail-postbox-download = Last ned som .eml
mail-postbox-back = Tilbake til postkassa
mail-postbox-invitation = Invitasjon
mail-postbox-cancellation = Avlysing
mail-postbox-version = utgåve { $sequence }

# Delegasjonar og dei som dei melder på
letter-delegation-subject-invited = Invitasjon: Kven kjem frå { $member } til { $event }?
letter-delegation-subject-reminded = Påminning: Kven kjem frå { $member } til { $event }?
letter-delegation-subject-deputy = Du kan melde på deltakarar frå { $member } til { $event }
letter-delegation-invited = { $member } er invitert til { $event }.
letter-delegation-reminded = Vi manglar framleis namn frå { $member } til { $event }.
letter-delegation-deputy = Nokon hos { $member } har bede om at du òg kan melde på deltakarar til { $event }.
letter-delegation-seats = { $seats ->
    [one] Vi har halde av 1 plass til dykk. { $named } har namn.
   *[other] Vi har halde av { $seats } plassar til dykk. { $named } har namn.
}
letter-delegation-before = Meld på dei som skal delta, innan { $when }.
letter-delegation-link = Her melder de på deltakarar
letter-delegation-how = De kan melde på nokon no og resten seinare, byte ut folk, be om fleire plassar, eller seie at de ikkje kan kome. Kvar deltakar får eit eige brev frå oss.

letter-invitation-subject = Invitasjon: { $event }
letter-invitation-subject-again = Påminning om invitasjon: { $event }
letter-invitation-news = Vi vil gjerne ha deg med på { $event }.
letter-invitation-again = Vi har invitert deg til { $event }, og har ikkje høyrt frå deg enno. Du er framleis velkomen.
letter-invitation-sign-up = Meld deg på her
letter-invitation-before = Svar innan { $when }.
letter-invitation-decline = Kan du ikkje, sei frå her
letter-invitation-read = Les meir om arrangementet
letter-invitation-why = Du får dette fordi { $organiser } har skrive deg opp som invitert. Svarar du ikkje, minner vi deg på det éin gong til, og aldri meir.
letter-invitation-privacy = Slik tek vi vare på personopplysningar
letter-named-subject = { $event }: Stemmer det at du kjem?
letter-named = { $member } har meldt deg på { $event }.
letter-named-answer = Sjå om alt stemmer, og svar på spørsmåla våre. Kan du ikkje kome, melder du deg av same staden.
letter-named-link = Sida di
letter-named-private = Svara dine ser berre arrangøren. { $member } ser berre om du har svart.
mail-purpose-delegation = Til delegasjonar
mail-purpose-invitation = Personleg invitasjon
mail-purpose-named = Til dei som er melde på av delegasjonar

letter-followed-subject = Du er påmeld heile rekkja: { $series }
letter-followed-again-subject = Du er alt påmeld rekkja: { $series }
letter-followed = Så fint at du blir med. Du er påmeld heile rekkja { $series }, frå no av.
letter-followed-again = Nokon prøvde å melde deg på rekkja { $series } ein gong til. Du er alt med, så ingenting er endra.
letter-followed-how = For kvar dato får du eige brev med kalenderinvitasjon, også for nye datoar når dei kjem. Passar ikkje ein dato, seier du «ikkje denne gongen» i det brevet.
letter-followed-link = Sjå alle datoane, eller gå ut av rekkja
letter-series = Denne datoen høyrer til rekkja { $series }, som du er påmeld som heilskap.
letter-series-skip = Ikkje denne gongen
letter-series-all = Alle datoane, og vegen ut av rekkja
mail-purpose-followed = Påmeld rekkje
letter-turned-away-subject = Fullt: { $event }
letter-turned-away = { $event } høyrer til rekkja { $series }, som du er påmeld. Denne datoen er full og har inga venteliste, så du har ikkje plass.
letter-turned-away-first = Blir ein plass ledig, går han til den som melder seg på først. Vi skriv ikkje til deg om det.
letter-turned-away-look = Sjå om det er plass, og meld deg på
letter-turned-away-rest = Du er framleis påmeld resten av rekkja.
mail-purpose-turned_away = Ikkje plass på ein dato i rekkja

letter-placed-subject-tables = { $plan }: Du sit ved bord { $table }
letter-placed-subject-groups = { $plan }: Du er i gruppe { $table }
letter-placed-subject-none = { $plan }: Planen er endra
letter-placed-tables = { $plan }: Du sit ved bord { $table }.
letter-placed-groups = { $plan }: Du er i gruppe { $table }.
letter-placed-before-tables = Før sa vi bord { $table }. Det gjeld ikkje lenger.
letter-placed-before-groups = Før sa vi gruppe { $table }. Det gjeld ikkje lenger.
letter-placed-none-tables = { $plan }: Du har ikkje noko fast bord lenger. Påmeldinga di er som før.
letter-placed-none-groups = { $plan }: Du er ikkje i noka fast gruppe lenger. Påmeldinga di er som før.
letter-placed-event = Det gjeld { $event }.
mail-purpose-placed = Kvar folk sit

# The plan for reminders.
letter-reminder-programme-subject = Programmet er klart: { $event }
letter-reminder-programme = Programmet for { $event } er klart. Vi gler oss.
letter-reminder-deadline-subject = Fristen nærmar seg: { $event }
letter-reminder-deadline = Du kan endre påmeldinga di eller melde deg av innan { $deadline }.
letter-reminder-answer-subject = Kjem du? { $event }
letter-reminder-answer = Vi har ikkje fått eit ja frå kalenderen din. Kjem du, kan du svare ja på invitasjonen der. Kan du ikkje kome, melder du deg av, så kan ein annan få plassen.
letter-reminder-questions-subject = Vi manglar svar frå deg: { $event }
letter-reminder-questions = Vi har ikkje fått svar på spørsmåla våre enno. Svar på sida di, så kan vi planleggje godt.
letter-follow-up-event = Sida til arrangementet
mail-plan-title = Påminningar: { $of }
mail-plan-link = Påminningar
mail-plan-letters = Brev
mail-plan-overview = Alle arrangement
mail-plan-of-organisation = Planen til organisasjonen
mail-plan-kind-conference = Konferansar
mail-plan-kind-webinar = Webinar
mail-plan-kind-gathering = Samlingar
mail-plan-organisation-lead-conference = Planen gjeld alle konferansane dykkar som ikkje har ein eigen plan, og der fila ikkje nemner påminningar.
mail-plan-organisation-lead-webinar = Planen gjeld alle webinara dykkar som ikkje har ein eigen plan, og der fila ikkje nemner påminningar.
mail-plan-organisation-lead-gathering = Planen gjeld alle samlingane dykkar som ikkje har ein eigen plan, og der fila ikkje nemner påminningar.
mail-plan-source-event = Dette er ein eigen plan for dette arrangementet.
mail-plan-source-file = Planen kjem frå fila til arrangementet. Endrar du noko her, får arrangementet ein eigen plan.
mail-plan-source-organisation = Dette er planen til organisasjonen.
mail-plan-source-usual = Dette er den vanlege planen. Endrar du noko her, blir det ein eigen plan.
mail-plan-over = Det blir ikkje sendt fleire påminningar om dette arrangementet.
mail-plan-rules = Når det går ut påminningar
mail-plan-none = Ingen påminningar går ut.
mail-plan-when = Når
mail-plan-to = Til
mail-plan-next = Tidspunkt
mail-plan-so-far = Så langt
mail-plan-edit = Endre
mail-plan-change = Endre
mail-plan-remove = Fjern
mail-plan-minutes = { $count ->
    [one] 1 minutt
   *[other] { $count } minutt
}
mail-plan-hours = { $count ->
    [one] 1 time
   *[other] { $count } timar
}
mail-plan-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
mail-plan-working_days = { $count ->
    [one] 1 arbeidsdag
   *[other] { $count } arbeidsdagar
}
mail-plan-from-start = { $span } før start
mail-plan-from-deadline = { $span } før fristen for å melde seg av
mail-plan-from-end = { $span } etter slutt
mail-plan-from-release = { $span } etter at programmet er sleppt
mail-plan-any-hour = Også om natta
mail-plan-audience-everybody = Alle som har plass
mail-plan-audience-unconfirmed = Dei som ikkje har svart ja i kalenderen
mail-plan-audience-unanswered = Dei som ein delegasjon har meldt på, og som ikkje har svart på spørsmåla
mail-plan-audience-came = Dei som var der
mail-plan-audience-missed = Dei som ikkje kom
mail-plan-people = { $count ->
    [0] Til ingen slik det er no
    [one] Til 1 person slik det er no
   *[other] Til { $count } personar slik det er no
}
mail-plan-not-past = Tidspunktet er passert
mail-plan-not-never = Blir aldri sendt: det er for seint
mail-plan-not-unreleased = Programmet er ikkje sleppt enno
mail-plan-nothing-yet = Ingenting enno
mail-plan-sent = Sende: { $count }
mail-plan-trouble = Med feil: { $count }
mail-plan-skipped = Ikkje sende: { $count }.
mail-plan-afterwards = Brevet etter webinaret går ut { $when }. Det står i fila til webinaret.
mail-plan-afterwards-webinar = Når brevet etter eit webinar går ut, står i fila til kvart webinar.
mail-plan-delegations = Delegasjonar som manglar namn, blir minte på det frå sida til samlinga.
mail-plan-add-heading = Legg til ei påminning
mail-plan-change-heading = Endre ei påminning
mail-plan-count = Kor lenge
mail-plan-unit = Eining
mail-plan-unit-minutes = Minutt
mail-plan-unit-hours = Timar
mail-plan-unit-days = Dagar
mail-plan-unit-working_days = Arbeidsdagar
mail-plan-anchor = Rekna frå
mail-plan-anchor-start = Før start
mail-plan-anchor-deadline = Før fristen for å melde seg av
mail-plan-anchor-end = Etter slutt
mail-plan-anchor-release = Etter at programmet er sleppt
mail-plan-clock = Klokkeslett
mail-plan-clock-hint = Berre for dagar. Skriv slik: 09:00. Elles går brevet på same tid av dagen som det er rekna frå.
mail-plan-any-hour-label = Send også om natta
mail-plan-any-hour-hint = Elles går ingenting ut mellom klokka 21 og 7.
mail-plan-save = Lagre
mail-plan-cancel = Avbryt
mail-plan-back-heading = Ikkje eigen plan
mail-plan-back = Bruk planen til organisasjonen
mail-plan-back-hint = Då gjeld det som står i fila, eller planen til organisasjonen.
mail-plan-back-usual = Bruk den vanlege planen
mail-plan-back-hint-usual = Då gjeld den vanlege planen for alle arrangement av dette slaget.
mail-plan-done-saved = Planen er lagra.
mail-plan-done-removed = Påminninga er fjerna.
mail-plan-done-back = Den eigne planen er fjerna.
mail-plan-wrong-anchor = Vel kva tida skal reknast frå
mail-plan-wrong-count = Skriv eit heilt tal som er større enn null
mail-plan-wrong-unit = Vel minutt, timar, dagar eller arbeidsdagar
mail-plan-wrong-clock = Skriv klokkeslettet slik: 09:00
mail-plan-wrong-clock-hours = Klokkeslett går berre saman med dagar og arbeidsdagar
mail-plan-wrong-audience = Vel nokon som kan vere kjende då: «var der» og «kom ikkje» etter slutt, «ikkje svart ja» før
mail-plan-wrong-distance = Det er for lenge: høgst 90 dagar før, og 13 dagar etter slutt
mail-plan-wrong-there = Det finst alt ei slik påminning
mail-plan-wrong-twice = Då ville nokon få to brev etterpå. Endre eller fjern den andre først
mail-plan-wrong-too-many = Ein plan kan ha høgst 10 påminningar
mail-skip-confirmed = Personen har svart ja
mail-skip-answered = Personen har svart på spørsmåla
mail-skip-absent = Personen var ikkje der
mail-skip-was-there = Personen var der

# Meldingar som arrangørar skriv til nokre av dei påmelde.
letter-notice-stop = Ikkje send meg fleire slike meldingar om dette
letter-own-nameless = deltakar
letter-trial-subject = Prøve: { $subject }
letter-trial-name = Kari Nordmann

mail-purpose-notice = Melding frå arrangøren
mail-purpose-trial = Prøvebrev
mail-skip-not-chosen = Personen høyrer ikkje lenger til dei meldinga er til
mail-skip-stopped-by-organiser = Arrangøren stoppa meldinga
mail-letters-organiser = Arrangøren som bad om det

mail-notices-link = Meldingar
mail-notices-title = Meldingar: { $event }
mail-notices-lead = Her skriv du til alle eller nokre av dei påmelde. Meldinga ligg i utboksen til du slepp henne, og kvar person får henne éin gong.
mail-notices-new = Skriv ei melding
mail-notices-list = Meldingar
mail-notices-none = Det er ikkje skrive noka melding enno.
mail-notices-all = Alle meldingar
mail-notice-untitled = Utan emne
mail-notice-subject = Emne
mail-notice-subject-hint = Skriv kort kva meldinga gjeld.
mail-notice-text = Tekst
mail-notice-text-hint = Brevet begynner med ei helsing og sluttar med lenkja til påmeldinga og namnet på organisasjonen. Skil avsnitt med ei tom linje. Adresser som begynner med https:// blir lenkjer.
mail-notice-change-title = Endre meldinga
mail-notice-form-lead = Ingenting blir sendt før du slepp meldinga. Skriv henne på alle språka arrangementet har.
mail-notice-stale = Nokon har endra meldinga { $when }, etter at du opna henne. Det du har skrive, er ikkje lagra.
mail-notice-stale-see = Sjå meldinga slik ho er no
mail-own-placeholders = Felt som blir fylte ut for kvar person
mail-own-placeholder-name = fornamnet
mail-own-placeholder-event = namnet på arrangementet
mail-own-placeholder-when = dato og klokkeslett
mail-own-placeholder-place = staden, eller at det er eit nettmøte
mail-own-placeholder-link = lenkja til påmeldinga, berre for den personen. Ikkje i emnet.
mail-own-placeholder-organiser = organisasjonen som arrangerer
mail-own-wrong-unknown = { $word } finst ikkje. Bruk felta i lista, slik dei står der
mail-own-wrong-brace = Krøllparentesar kan berre stå rundt felta i lista
mail-own-wrong-long = Teksten er for lang: høgst { $most } teikn
mail-notice-standing = Kven
mail-notice-standing-admitted = Dei som har plass
mail-notice-standing-waiting = Dei som står på venteliste
mail-notice-standing-offered = Dei som har fått tilbod om plass
mail-notice-standing-undecided = Dei som ventar på svar frå dykk
mail-notice-form = Deltakarform
mail-notice-any-form = Alle
mail-notice-form-in_person = Dei som deltek på staden
mail-notice-form-online = Dei som deltek på nett
mail-notice-session = Økt
mail-notice-any-session = Alle, uansett økt
mail-notice-in-session = Dei som har plass på { $session }
mail-notice-presence = Frammøte
mail-notice-any-presence = Alle, uansett frammøte
mail-notice-silence = Svar
mail-notice-any-silence = Alle, uansett svar
mail-notice-necessary = Meldinga er nødvendig for dei som er påmelde
mail-notice-necessary-hint = Kryss av når folk må vite dette for å kunne delta. Då går meldinga også til dei som har sagt frå at dei ikkje vil ha påminningar, og ingen kan seie nei til henne.
mail-notice-save = Legg i utboksen
mail-notice-wrong-nobody = Vel kven som skal få meldinga
mail-notice-state-held = I utboksen
mail-notice-state-scheduled = Går av seg sjølv
mail-notice-state-released = Sleppt
mail-notice-state-stopped = Stoppa
mail-notice-done-saved = Meldinga ligg i utboksen. Ingen får henne før du slepp henne.
mail-notice-done-tried = Prøvebrevet er på veg til deg.
mail-notice-done-released = Meldinga er sleppt.
mail-notice-done-scheduled = Meldinga går av seg sjølv til den tida. Du kan endre henne eller ta henne attende fram til då.
mail-notice-done-held = Meldinga ventar i utboksen.
mail-notice-done-otherwise = Nokon har endra eller sleppt meldinga i mellomtida. Ingenting er gjort no.
mail-notice-done-lacking = Meldinga kan ikkje sendast enno. Sjå kva som manglar.
mail-notice-done-deleted = Meldinga er sletta.
mail-notice-done-stopped = Meldinga er stoppa. Dei som ikkje hadde fått henne, får henne ikkje.
mail-notice-done-gone = Alle har fått meldinga alt, så det var ingenting å stoppe.
mail-notice-people = Går no til
mail-notice-stops = Kan mottakaren seie nei?
mail-notice-stops-yes = Ja, med eitt klikk
mail-notice-stops-no = Nei, meldinga er nødvendig
mail-notice-hours = Tid på døgnet
mail-notice-became = Kva det blei av meldinga
mail-notice-chosen = Skulle få meldinga
mail-notice-log = Sjå brevet til kvar enkelt
mail-notice-lacks = Før meldinga kan sendast
mail-notice-lacks-subject = Emnet manglar
mail-notice-lacks-text = Teksten manglar
mail-notice-lacks-cancelled = Arrangementet er avlyst, og det kan ikkje sendast meldingar.
mail-notice-looks = Slik blir brevet
mail-notice-looks-hint = Vist for ein oppdikta person. Talet i parentes er kor mange som får brevet på det språket.
mail-notice-change = Endre
mail-notice-try = Send prøvebrev til meg
mail-notice-release-heading = Slepp meldinga
mail-notice-goes-at = Meldinga går { $when }.
mail-notice-hold = Vent likevel
mail-notice-release-hint = { $count ->
    [0] Ingen høyrer til utvalet akkurat no.
    [one] Éin person får meldinga. Dei som melder seg på etterpå, får henne ikkje.
   *[other] { $count } personar får meldinga. Dei som melder seg på etterpå, får henne ikkje.
}
mail-notice-waits = Det er seint, så breva ventar til { $when }.
mail-notice-release = Slepp no
mail-notice-day = Eller slepp av seg sjølv denne dagen
mail-notice-clock-hint = Skriv slik: 09:00. Kven som får meldinga, blir avgjort då.
mail-notice-schedule = Slepp til den tida
mail-notice-delete-heading = Ta meldinga attende
mail-notice-delete = Slett meldinga
mail-notice-stop-heading = Stopp meldinga
mail-notice-stop-hint = { $count ->
    [one] { $count } person har ikkje fått meldinga enno.
   *[other] { $count } personar har ikkje fått meldinga enno.
}
mail-notice-stop = Stopp meldinga …
mail-notice-stop-title = Vil du stoppe meldinga?
mail-notice-stop-then = { $count ->
    [one] { $count } person har ikkje fått meldinga enno, og får henne ikkje om du stoppar henne. Dei som har fått henne, får ikkje vite noko. Det kan ikkje gjerast om, men du kan skrive ei ny melding.
   *[other] { $count } personar har ikkje fått meldinga enno, og får henne ikkje om du stoppar henne. Dei som har fått henne, får ikkje vite noko. Det kan ikkje gjerast om, men du kan skrive ei ny melding.
}
mail-notice-stop-now = Stopp no
mail-notice-stop-back = Nei, lat henne gå
mail-notice-untimely-day = Skriv ein dato som finst
mail-notice-untimely-clock = Skriv klokkeslettet slik: 09:00
mail-notice-untimely-past = Vel ei tid som ikkje er passert
mail-notice-untimely-far = Vel ei tid innan eitt år

# Det arrangørar seier i breva om eit arrangement, utover dei vanlege orda.
mail-wording-link = Ordlyd
mail-wording-title = Ordlyd i breva: { $event }
mail-wording-lead = Her kan du gi breva eit eige emne og ein eigen tekst. Det breva må seie, står der uansett.
mail-wording-letters = Brev du kan skrive i
mail-wording-words = Ordlyd
mail-wording-own = Med eigne ord
mail-wording-usual = Den vanlege
mail-wording-letter-confirmation = Stadfesting
mail-wording-letter-invitation = Den personlege invitasjonen
mail-wording-letter-received = Påmeldinga er komen, og skal avgjerast
mail-wording-letter-waiting_list = Venteliste
mail-wording-letter-offer = Tilbod om plass
mail-wording-letter-place = Plass frå ventelista
mail-wording-letter-reminder = Påminning om at det snart begynner
mail-wording-letter-follow_up = Etterpå, til dei som var der
mail-wording-letter-missed = Etterpå, til dei som ikkje kom
mail-wording-letter-withdrawal = Avmelding
mail-wording-all = Alle breva
mail-wording-form-lead = Lat felta stå tomme der dei vanlege orda er gode nok.
mail-wording-subject-hint = Kjem i staden for det vanlege emnet.
mail-wording-text = Eigen tekst
mail-wording-text-hint = Kjem tidleg i brevet, etter det brevet har å melde. Skil avsnitt med ei tom linje. Adresser som begynner med https:// blir lenkjer.
mail-wording-looks-hint = Vist for ein oppdikta person, med det som er lagra.
mail-wording-back = Tilbake til den vanlege ordlyden
mail-wording-stale = Nokon har endra dette etter at du opna sida. Det du har skrive, er ikkje lagra.
mail-wording-stale-see = Sjå det slik det er no
mail-wording-done-saved = Ordlyden er lagra, og gjeld for brev som blir sende frå no av.
mail-wording-done-back = Brevet har den vanlege ordlyden igjen.
mail-wording-done-tried = Prøvebrevet er på veg til deg.
mail-wording-done-otherwise = Prøvebrevet blei ikkje sendt. Last sida på nytt og prøv igjen.
mail-wording-wrong-missing = Skriv det på dette språket også, eller lat alle språka stå tomme

# Å finne brev.
mail-log-of-notice = Breva som gjeld meldinga «{ $subject }».
mail-log-of-person = Breva til { $name }.
mail-log-person = Sjå påmeldinga til { $name }
mail-log-everything = Sjå alle breva
mail-log-any-purpose = Alle slag brev
mail-log-any-stage = Alle
mail-log-show = Vis
mail-log-found = { $count ->
    [0] Ingen brev passar.
    [one] Eitt brev.
   *[other] { $count } brev.
}
mail-log-page = side { $page } av { $pages }
mail-log-pages = Sider
mail-log-before = Førre side
mail-log-next = Neste side

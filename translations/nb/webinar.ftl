# Sider om webinar: den åpne siden, veien inn i møtet, og siden til arrangøren.

# Den åpne siden
webinar-when = Når
webinar-where = Hvor
webinar-online = På nett
webinar-both = { $venue }, og på nett
webinar-price = Pris
webinar-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangører
}
webinar-deadline = Påmeldingsfrist
webinar-about = Om webinaret
webinar-choices = Når du melder deg på, kan du også velge
webinar-series = Flere webinarer i rekken
webinar-questions = Spørsmål?
webinar-ask = Spør { $name }:

webinar-sign-up = Meld meg på
webinar-wait = Sett meg på venteliste
webinar-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plasser
}
webinar-offer-free = ledige plasser
webinar-offer-full = { $waiting ->
    [0] fullt
   *[other] fullt, { $waiting } på venteliste
}
webinar-full = Webinaret er fulltegnet.
webinar-full-with-list = { $waiting ->
    [0] Webinaret er fulltegnet, men du kan sette deg på venteliste.
    [one] Webinaret er fulltegnet, men du kan sette deg på venteliste. Der står det 1 nå.
   *[other] Webinaret er fulltegnet, men du kan sette deg på venteliste. Der står det { $waiting } nå.
}
webinar-early = Påmeldingen åpner { $when }.
webinar-closed = Påmeldingen er stengt. Spør arrangøren om det er plass.
webinar-now = Webinaret er i gang, og påmeldingen er stengt. Er du påmeldt, finner du lenken din i e-posten fra oss.
webinar-over = Webinaret er over.
webinar-cancelled = Webinaret er avlyst.
webinar-link-comes = Når du er påmeldt, får du din egen lenke til møtet på e-post og i kalenderen.
webinar-calendar = Legg i kalenderen
webinar-calendar-hint = Møtelenken kommer først i kalenderen når du melder deg på.

# Veien inn
webinar-join-title = Bli med på { $title }
webinar-join = Bli med
webinar-join-text = Møterommet er åpent. Trykk på knappen, så kommer du rett inn.
webinar-join-personal = Lenken er bare til deg. Ikke del den med andre: De kan melde seg på selv.
webinar-door-early = Møterommet er ikke åpent ennå
webinar-door-early-text = Du kan bli med fra { $when }. Kom tilbake hit da.
webinar-door-again = Prøv igjen
webinar-door-waits-text = Du kan bli med fra { $when }. La siden stå åpen, så åpner den døra av seg selv da. Du trenger ikke gjøre noe.
webinar-door-look = Se om det er åpent nå
webinar-door-still = Ikke åpne av seg selv
webinar-door-still-text = Du kan bli med fra { $when }. Siden endrer seg ikke av seg selv.
webinar-door-by-itself = Åpne av seg selv likevel
webinar-door-stuck = Møterommet lar seg ikke åpne
webinar-door-stuck-text = Det er noe galt hos oss, og det har ikke noe med lenken din å gjøre. Prøv igjen om litt.
webinar-join-panel-moderator = Møterommet er åpent for deg, { $name } ({ $part }). Trykk på knappen, så kommer du inn med rett til å lede møtet.
webinar-join-panel-speaker = Møterommet er åpent for deg, { $name } ({ $part }). Trykk på knappen, så kommer du inn som deltaker. Møtelederen hjelper deg med det praktiske.
webinar-panel-personal-moderator = Lenken er bare til deg. Alle som har den, kan lede møtet, så ikke del den med noen.
webinar-panel-personal-speaker = Lenken er bare til deg, så ikke del den med noen.
webinar-part-moderator = møteleder
webinar-part-speaker = innleder
webinar-door-over = Webinaret er over
webinar-door-over-text = Takk for at du ville være med. Vi håper å se deg en annen gang.
webinar-door-waiting = Du står på venteliste
webinar-door-waiting-text = Du har ikke plass ennå. Vi skriver til deg med en gang det blir en ledig plass til deg.
webinar-door-withdrawn = Du er meldt av
webinar-door-withdrawn-text = Derfor gjelder ikke lenken lenger. Vil du være med likevel, kan du melde deg på én gang til.
webinar-door-cancelled-text = Du trenger ikke gjøre noe med påmeldingen.
webinar-door-unknown = Lenken virker ikke
webinar-door-unknown-text = Den kan være feil, eller den er byttet ut. Bruk lenken i den siste e-posten du fikk om webinaret.
webinar-to-page = Til siden om webinaret

# Til arrangøren
webinar-organiser-back = Til oversikten
webinar-organiser-panel = Panel
webinar-panel-title = Lenker til panelet
webinar-panel-intro = Hver i panelet har sin egen lenke, som åpner { $when }, før deltakerne kommer inn. I rom som blir laget her, gir lenken til en møteleder rett til å lede møtet. Innledere kommer inn som deltakere.
webinar-panel-warning = Send hver lenke bare til den den gjelder. Er en lenke kommet på avveie, så gi personen en annen nøkkel i arrangementsfilen: Da slutter den gamle å virke.
webinar-panel-rooms = Hvem som får lede møtet, står i lenken, men det er møterommet som må rette seg etter det. Spør dem som driver installasjonen om Jitsi er satt opp slik, og prøv med lenken til en innleder: Med den skal man ikke kunne slå av lyden for andre.
webinar-panel-nobody = Arrangementsfilen nevner ingen i panelet.
webinar-meeting-room-hint = La feltet stå tomt, så møtes dere i et rom som blir laget her og som ingen kan gjette navnet på. Skriv en adresse når møtet skal være et annet sted.
webinar-meeting-room = Et eget rom for hver dato, som blir laget her
webinar-organiser-attendance = Frammøte
webinar-attendance-title = Frammøte
webinar-attendance-text = Den som går inn gjennom lenken sin, blir notert av seg selv. Hvem det er, står i listen over påmeldinger.
webinar-attendance-taken-in = { $count ->
    [0] Listen er tatt inn. Alle på den var notert fra før.
    [one] Listen er tatt inn. 1 til er notert som frammøtt.
   *[other] Listen er tatt inn. { $count } til er notert som frammøtte.
}
webinar-attendance-gone = Listen er ikke her lenger: Den er alt tatt inn, eller det har gått mer enn et døgn. Les den inn på nytt om det trengs.
webinar-list-heading = Frammøteliste fra møterommet
webinar-list-text = Noen kommer inn i møtet på andre måter enn gjennom lenken sin. Hent frammøtelisten fra Teams eller Zoom og les den inn her. Du får se hvem vi har funnet før noe blir tatt inn, og den samme listen kan leses inn flere ganger uten at noen blir talt dobbelt.
webinar-list-file = Frammøteliste
webinar-list-file-hint = CSV-filen slik den kommer fra Teams eller Zoom, på norsk, svensk eller engelsk.
webinar-list-read = Les listen
webinar-list-not-yet = Listen kan leses inn når webinaret er i gang.
webinar-list-refused = Listen kan ikke leses, og ikke noe av den er tatt inn
webinar-list-empty = Det står ingen på listen. Velg en fil med minst én person.
webinar-list-too-large = Filen er større enn 4 MB. En frammøteliste er mye mindre: Er det rett fil?
webinar-list-too-many = Det står flere enn 10 000 på listen. Del den i flere filer.
webinar-list-too-unsure = Så mange navn på listen kan være flere av de påmeldte at det blir mer enn { $most } å velge mellom. Hent en liste med e-postadresser, eller del den i flere filer.
webinar-list-encoding = Linje { $line }: Tegnene kan ikke leses. Hent listen på nytt, eller lagre den som «CSV UTF-8».
webinar-list-quote = Linje { $line }: Her begynner et anførselstegn som aldri slutter. Hent listen på nytt.
webinar-list-no-section = Listen har ikke delen «2. Deltakere». Hent hele frammøterapporten på nytt.
webinar-list-no-heading = Linje { $line }: Vi finner ikke overskriften til kolonnene. Der må det stå hvilken kolonne som har navnet («Name», «Navn» eller «Namn»), og hvilken kolonne som har e-posten.
webinar-list-columns = Linje { $line }: { $found ->
    [one] Her er det 1 kolonne
   *[other] Her er det { $found } kolonner
}, men overskriften har { $expected }.
webinar-list-nameless = Linje { $line }: Her står det verken navn eller e-post.
webinar-list-address = Linje { $line }: Det som står i kolonnen for e-post, er ingen e-postadresse.
webinar-preview-title = Se over frammøtelisten
webinar-preview-text = Ikke noe er tatt inn ennå.
webinar-preview-listed = Står på listen
webinar-preview-sure = Kjent igjen på e-posten
webinar-preview-known = Av dem er notert fra før
webinar-preview-unsure = Er det disse?
webinar-preview-unsure-text = Bare navnet passer. Sett kryss ved dem som var med. Der hele navnet er likt og bare én heter det, har vi satt krysset; ta det bort om det er en annen. Heter flere det samme, kan flere av dem ha vært med.
webinar-preview-who = Hvem er { $name }?
webinar-preview-take-in = Ta inn listen
webinar-preview-drop = Kast listen
webinar-preview-nobody = Ikke påmeldt
webinar-preview-nobody-text = Disse står på listen, men vi finner dem ikke blant de påmeldte. De blir ikke tatt inn.
webinar-organiser-material = Opptak og lysbilder
webinar-organiser-evaluation = Vurdering
webinar-evaluation-title = Hva syntes du om webinaret?
webinar-evaluation-anonymous = Svarene blir lagt sammen til tall med en gang. Arrangøren ser tallene for fem svar om gangen, uten navn, og det som er skrevet. Lenken din blir bare brukt til å se at ingen svarer to ganger. Du kan hoppe over spørsmål.
webinar-evaluation-useful = Hvor nyttig var webinaret for deg?
webinar-evaluation-practical = Hvordan var det praktiske: lyd, bilde og tidsbruk?
webinar-evaluation-recommend = Vil du anbefale andre å være med neste gang?
webinar-evaluation-comment = Hva bør vi gjøre annerledes?
webinar-evaluation-comment-hint = Ikke skriv noe som viser hvem du eller andre er.
webinar-evaluation-send = Send svarene
webinar-evaluation-empty = Svar på minst ett av spørsmålene.
webinar-evaluation-long = Kommentaren kan være på høyst 2 000 tegn.
webinar-evaluation-scale-1 = 1, svært dårlig
webinar-evaluation-scale-2 = 2
webinar-evaluation-scale-3 = 3
webinar-evaluation-scale-4 = 4
webinar-evaluation-scale-5 = 5, svært bra
webinar-evaluation-recommend-yes = Ja
webinar-evaluation-recommend-maybe = Kanskje
webinar-evaluation-recommend-no = Nei
webinar-evaluation-thanks = Takk for svarene
webinar-evaluation-thanks-text = De er lagt sammen med svarene fra de andre, uten navn.
webinar-evaluation-answered = Du har svart
webinar-evaluation-answered-text = Det er kommet et svar gjennom lenken din. Det kan ikke endres, for vi vet ikke hvilket det er.
webinar-evaluation-early = Du kan ikke svare ennå
webinar-evaluation-early-text = Kom tilbake når webinaret har vært.
webinar-evaluation-closed = Det er for sent å svare
webinar-evaluation-closed-text = Svarene ble samlet inn i 30 dager etter webinaret.
webinar-evaluation-ask = Si hva du syntes
webinar-results-title = Hva deltakerne syntes
webinar-results-answers = { $count ->
    [0] Ingen har svart ennå.
    [one] 1 har svart.
   *[other] { $count } har svart.
}
webinar-results-few = Svarene blir vist når minst { $count } har svart, slik at ingen kan kjennes igjen.
webinar-results-anonymous = Svarene er lagt sammen. Det som er skrevet, står i alfabetisk rekkefølge og hører ikke sammen med noe annet svar.
webinar-results-steps = Svarene blir vist { $step } om gangen, så ingen kan se hva det siste var. Dette er de { $count } første.
webinar-results-unread = Det folk har skrevet, kan de lese som har lov til å se hvem som er påmeldt.
webinar-results-chart = Stolpediagram: { $question } Tallene står i tabellen under.
webinar-results-answer = Svar
webinar-results-count = Antall svar
webinar-results-file = Last ned svarene som CSV
webinar-material-heading = Opptak og lysbilder
webinar-material-title = Opptak og lysbilder
webinar-material-text = Det som står her, finner folk på siden om webinaret. Det som bare er for påmeldte, finner de bak lenken sin.
webinar-material-before = Det som står her, blir synlig når webinaret er over: på siden om webinaret, eller bak lenken til den enkelte når det bare er for påmeldte.
webinar-material-told = De som fikk brevet etter webinaret før det sto noe her, får ett brev til en halv time etter at det første er lagt til. Det som kommer senere, skriver vi ikke om.
webinar-material-add = Legg til
webinar-material-kind = Hva er det?
webinar-material-kind-recording = Opptak
webinar-material-kind-slides = Lysbilder
webinar-material-name = Tittel
webinar-material-audience = Hvem er det for?
webinar-material-audience-all = Alle
webinar-material-audience-signed_up = Bare de som er påmeldt
webinar-material-link = Adresse
webinar-material-link-hint = Der opptaket eller lysbildene ligger. Den begynner med https://
webinar-material-file = Eller en fil
webinar-material-file-hint = PDF, høyst 20 MB. Film legger du ut et annet sted og setter inn adressen til.
webinar-material-save = Legg til
webinar-material-remove = Ta bort
webinar-material-wrong-kind = Velg om det er opptak eller lysbilder.
webinar-material-wrong-audience = Velg hvem det er for.
webinar-material-wrong-title = Skriv en tittel på én linje, høyst 150 tegn.
webinar-material-wrong-link = Adressen må være hel og begynne med https://
webinar-material-wrong-one = Skriv en adresse eller velg en fil, og bare en av delene.
webinar-material-wrong-pdf = Filen er ikke en PDF. Lagre lysbildene som PDF og prøv igjen.
webinar-material-wrong-large = Filen er større enn 20 MB.
webinar-material-wrong-misnamed = Filen er noe annet enn navnet sier. Lagre den på nytt som PDF.
webinar-material-wrong-script = Filen inneholder skript eller annet som kan kjøre. Lagre den uten, for eksempel ved å skrive ut til PDF.
webinar-material-wrong-locked = Filen har passord. Lagre den uten passord.
webinar-material-wrong-damaged = Filen er skadet. Lagre den på nytt, og prøv igjen.
webinar-material-wrong-many = Det er 20 her allerede. Ta bort noe først.
webinar-settled-heading = Brev etter webinaret
webinar-settled-text = Brevet til dem som kom, og til dem som ikke kom, blir sendt { $when }. Er frammøtet klart før, kan du si det her. Da går det et kvarter etter.
webinar-settled-late = Brevet til dem som kom, og til dem som ikke kom, skulle sendes { $when }. Var ingen notert som kommet da, har det bare gått til dem som er notert siden. Når frammøtet er klart, går det til resten et kvarter etter at du trykker.
webinar-settled-none = Arrangementsfilen sier at det ikke skal sendes brev etter webinaret.
webinar-settled-button = Frammøtet er klart, send brevene
webinar-settled-done = Frammøtet er klart siden { $when }. Brevene går et kvarter etter.
webinar-organiser-public = Den åpne siden
webinar-organiser-sign-ups = Påmeldinger
webinar-organiser-letters = Brev
webinar-organiser-numbers = Tall
webinar-organiser-admitted = Har plass
webinar-organiser-waiting = Står på venteliste
webinar-organiser-places-left = Ledige plasser
webinar-organiser-unlimited = Ikke begrenset
webinar-organiser-joined = Har vært med
webinar-organiser-doors = Møterommet
webinar-organiser-doors-text = Deltakerne kommer inn fra { $from } til { $until }.
webinar-organiser-revision = Utgave
webinar-meeting-heading = Møteadresse
webinar-meeting-hint = Adressen fra den som leverer møterommet. Den står ikke i noen e-post eller kalender, så du kan bytte den når som helst uten at noen trenger et nytt brev.
webinar-meeting-label = Adresse til møterommet
webinar-meeting-save = Lagre møteadressen
webinar-meeting-saved = Møteadressen er lagret. Lenkene som deltakerne har fått, fører dit nå.
webinar-meeting-wrong = Møteadressen må være en hel adresse som begynner med https://
webinar-meeting-moved = Noen andre har endret møteadressen
webinar-meeting-moved-text = Det skjedde etter at du åpnet siden. Det du skrev, står i feltet og er ikke lagret. Lagrer du nå, gjelder det du skrev. Slik er adressen nå:
webinar-meeting-moved-room = Ingen adresse: de møtes i rommet som blir laget her

# Rekker
webinar-series-whole = Meld meg på hele rekken
webinar-series-whole-text = Meld deg på én gang, så er du med på alle datoene, også dem som kommer senere. Passer ikke en dato, hopper du over den med ett trykk.
webinar-series-ahead = Datoer som kommer
webinar-series-past = Datoer som har vært
webinar-series-none = Ingen datoer er satt nå.
webinar-series-one = Meld meg bare på denne datoen
webinar-series-about = Om rekken
webinar-series-part = Webinaret er ett av flere.
webinar-series-see = Se hele rekken
webinar-series-organise = Rekken
webinar-series-shared = Felles for datoene
webinar-series-shared-text = Dette får nye datoer når ikke noe annet blir skrevet.
webinar-series-dates = Datoene
webinar-series-new = Ny dato
webinar-series-first = Rekken har ingen datoer ennå. Den første kommer fra en arrangementsfil, og de neste kan lages her.
webinar-series-own = Eget for denne datoen:
webinar-series-edit = Endre
webinar-part-title = Tittel
webinar-part-summary = Sammendrag
webinar-part-description = Tekst
webinar-part-start = Klokkeslett
webinar-part-length = Lengde
webinar-part-meeting = Møteadresse
webinar-part-places = Plasser
webinar-edit-title = Endre en dato
webinar-edit-missing = Skriv teksten på dette språket
webinar-edit-too-long = Gjør teksten kortere. En tittel må stå på én linje.
webinar-edit-start-hint = For eksempel 10:00
webinar-edit-start-wrong = Skriv klokkeslettet slik: 10:00
webinar-edit-skipped-hour = Klokken blir stilt frem forbi dette klokkeslettet den dagen. Velg et annet.
webinar-edit-minutes-hint = I minutter
webinar-edit-minutes-wrong = Skriv lengden i minutter, fra 1 til 1440
webinar-edit-capacity-hint = La feltet stå tomt når det ikke er noen grense.
webinar-edit-capacity-wrong = Skriv antall plasser, fra 1 til 100000, eller la feltet stå tomt
webinar-edit-stale = Noen andre har endret rekken eller datoen i mellomtiden. Ingenting er lagret. Åpne datoen på nytt fra rekken, og se hva som er nytt.
webinar-edit-not-genuine = Skjemaet var for gammelt. Ingenting er lagret. Prøv en gang til.
webinar-edit-nothing = ingenting
webinar-edit-before = Før:
webinar-edit-after = Etter:
webinar-edit-preview = Se hva som blir endret
webinar-edit-saved = Lagret. De som er påmeldt, får vite om det som er endret for dem.
webinar-scope = Hvilke datoer gjelder endringene?
webinar-scope-hint = Datoer som har begynt eller er avlyst, blir aldri endret.
webinar-scope-this = Bare denne datoen
webinar-scope-later = Denne og de som kommer etter, også nye
webinar-scope-all = Alle som ikke har begynt, også nye
webinar-scope-is-this = Endringene gjelder bare denne datoen.
webinar-scope-is-later = Endringene gjelder denne datoen og de som kommer etter.
webinar-scope-is-all = Endringene gjelder alle datoene som ikke har begynt.
webinar-over-own = Endre også det som andre datoer har for seg selv
webinar-changes-title = Dette blir endret
webinar-changes-same = Ingenting blir endret.
webinar-changes-kept = Dette blir stående, fordi datoen har sitt eget:
webinar-changes-told = De som er påmeldt, får melding og ny kalenderinvitasjon om det som gjelder dem. En ny møteadresse får ingen brev om.
webinar-changes-save = Lagre endringene
webinar-changes-back = Endre mer
webinar-new-text = Datoen får det samme som rekken når du ikke skriver noe annet. Spørsmål, påminnelser og frister er som for den siste datoen. De som er påmeldt hele rekken, blir invitert med en gang.
webinar-new-day = Dato
webinar-new-day-wrong = Skriv en dato som finnes, for eksempel 16 3 2027
webinar-new-past = Datoen har vært. Velg en som kommer.
webinar-new-submit = Publiser datoen
webinar-minutes = { $count ->
    [one] { $count } minutt
   *[other] { $count } minutter
}

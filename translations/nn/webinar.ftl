# Sider om webinar: den opne sida, vegen inn i møtet, og sida til arrangøren.

# Den opne sida
webinar-when = Når
webinar-where = Kvar
webinar-online = På nett
webinar-both = { $venue }, og på nett
webinar-price = Pris
webinar-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
}
webinar-deadline = Påmeldingsfrist
webinar-about = Om webinaret
webinar-choices = Når du melder deg på, kan du òg velje
webinar-series = Fleire webinar i rekkja
webinar-questions = Spørsmål?
webinar-ask = Spør { $name }:

webinar-sign-up = Meld meg på
webinar-wait = Set meg på venteliste
webinar-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plassar
}
webinar-full = Webinaret er fullteikna.
webinar-full-with-list = { $waiting ->
    [0] Webinaret er fullteikna, men du kan setje deg på venteliste.
    [one] Webinaret er fullteikna, men du kan setje deg på venteliste. Der står det 1 no.
   *[other] Webinaret er fullteikna, men du kan setje deg på venteliste. Der står det { $waiting } no.
}
webinar-early = Påmeldinga opnar { $when }.
webinar-closed = Påmeldinga er stengd. Spør arrangøren om det er plass.
webinar-now = Webinaret er i gang, og påmeldinga er stengd. Er du påmeld, finn du lenkja di i e-posten frå oss.
webinar-over = Webinaret er over.
webinar-cancelled = Webinaret er avlyst.
webinar-link-comes = Når du er påmeld, får du di eiga lenkje til møtet på e-post og i kalenderen.
webinar-calendar = Legg i kalenderen
webinar-calendar-hint = Møtelenkja kjem først i kalenderen når du melder deg på.

# Vegen inn
webinar-join-title = Bli med på { $title }
webinar-join = Bli med
webinar-join-text = Møterommet er ope. Trykk på knappen, så kjem du rett inn.
webinar-join-personal = Lenkja er berre til deg. Ikkje del ho med andre: Dei kan melde seg på sjølve.
webinar-door-early = Møterommet er ikkje ope enno
webinar-door-early-text = Du kan bli med frå { $when }. Kom tilbake hit då.
webinar-door-again = Prøv igjen
webinar-door-over = Webinaret er over
webinar-door-over-text = Takk for at du ville vere med. Vi håpar å sjå deg ein annan gong.
webinar-door-waiting = Du står på venteliste
webinar-door-waiting-text = Du har ikkje plass enno. Vi skriv til deg med ein gong det blir ein ledig plass til deg.
webinar-door-withdrawn = Du er meld av
webinar-door-withdrawn-text = Difor gjeld ikkje lenkja lenger. Vil du vere med likevel, kan du melde deg på ein gong til.
webinar-door-cancelled-text = Du treng ikkje gjere noko med påmeldinga.
webinar-door-unknown = Lenkja verkar ikkje
webinar-door-unknown-text = Ho kan vere feil, eller ho er bytt ut. Bruk lenkja i den siste e-posten du fekk om webinaret.
webinar-to-page = Til sida om webinaret

# Til arrangøren
webinar-organiser-back = Til oversikta
webinar-organiser-public = Den opne sida
webinar-organiser-sign-ups = Påmeldingar
webinar-organiser-letters = Brev
webinar-organiser-numbers = Tal
webinar-organiser-admitted = Har plass
webinar-organiser-waiting = Står på venteliste
webinar-organiser-places-left = Ledige plassar
webinar-organiser-unlimited = Ikkje avgrensa
webinar-organiser-joined = Har vore med
webinar-organiser-doors = Møterommet
webinar-organiser-doors-text = Deltakarane kjem inn frå { $from } til { $until }.
webinar-organiser-revision = Utgåve
webinar-meeting-heading = Møteadresse
webinar-meeting-hint = Adressa frå den som leverer møterommet. Ho står ikkje i nokon e-post eller kalender, så du kan byte ho når som helst utan at nokon treng eit nytt brev.
webinar-meeting-label = Adresse til møterommet
webinar-meeting-save = Lagre møteadressa
webinar-meeting-saved = Møteadressa er lagra. Lenkjene som deltakarane har fått, fører dit no.
webinar-meeting-wrong = Møteadressa må vere ei heil adresse som byrjar med https://

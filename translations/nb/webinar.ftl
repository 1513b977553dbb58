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

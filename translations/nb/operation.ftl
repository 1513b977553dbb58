# Det som de som drifter tjenesten, ser av hver del av den.

operation-title = Drift: { $service }
operation-services = Deler av tjenesten
operation-service-portal = forside og innlogging
operation-service-registration = påmelding
operation-service-conference = konferanser
operation-service-webinar = webinarer
operation-service-gathering = samlinger
operation-service-mail = brev
operation-lead = Slik står det til med denne delen akkurat nå, i den prosessen som svarte. Her er ingen personopplysninger.
operation-later = { $count ->
    [one] Tabellene har en endring fra en senere utgave. Bytt programmet ut med den.
   *[other] Tabellene har { $count } endringer fra en senere utgave. Bytt programmet ut med den.
}
operation-version = Versjon
operation-started = Startet
operation-tables = Tabeller
operation-tables-newest = { $newest }, { $count ->
    [one] én endring i alt
   *[other] { $count } endringer i alt
}
operation-nothing = Ingen
operation-since = { $count }, den eldste siden { $since }
operation-unsent = Meldinger som ikke er levert videre
operation-waiting = Meldinger som venter på å bli behandlet
operation-set-aside = Meldinger som er lagt til side
operation-parked = Meldinger som ikke kunne lagres
operation-parked-nowhere = Ingen. Delene kjører uten meldingstjener.
operation-parked-unknown = Uvisst: meldingstjeneren svarte ikke.
operation-parked-known = { $count }. De ligger hos meldingstjeneren; { $command } viser hvorfor.
operation-set-aside-none = Ingen meldinger er lagt til side.
operation-set-aside-text = Rett opp årsaken først, ofte med en nyere utgave. En melding som er gjort før, blir kjent igjen, så ingenting skjer to ganger.
operation-kinds = Etter slag
operation-kind = Slag
operation-count = Hvor mange
operation-action = Handling
operation-try-kind = Prøv alle på nytt
operation-messages = { $shown ->
    [one] Den eldste av { $all }
   *[other] De { $shown } eldste av { $all }
}
operation-message = Melding
operation-arrived = Kom
operation-set-aside-at = Lagt til side
operation-tries = Forsøk
operation-reason = Grunn
operation-no-reason = Ingen har svart
operation-try = Prøv på nytt
operation-tried = { $count ->
    [0] Det var ingen slik melding å prøve på nytt lenger.
    [one] Én melding blir prøvd på nytt.
   *[other] { $count } meldinger blir prøvd på nytt.
}
operation-letters = Brev som ikke kommer ut
operation-letters-none = Alle brev fra de siste 30 dagene er sendt eller venter på tur.
operation-letters-text = De siste 30 dagene, med det mottakerens tjener svarte. Hvem de er til, ser arrangørene på sidene sine.
operation-letters-list = Brev med samme grunn
operation-oldest = Den eldste skulle ut

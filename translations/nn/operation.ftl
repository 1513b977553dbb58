# Det som dei som driftar tenesta, ser av kvar del av henne.

operation-title = Drift: { $service }
operation-services = Delar av tenesta
operation-service-portal = framside og innlogging
operation-service-registration = påmelding
operation-service-conference = konferansar
operation-service-webinar = webinar
operation-service-gathering = samlingar
operation-service-mail = brev
operation-lead = Slik står det til med denne delen akkurat no, i den prosessen som svarte. Her er ingen personopplysningar.
operation-later = { $count ->
    [one] Tabellane har ei endring frå ei seinare utgåve. Byt programmet ut med den.
   *[other] Tabellane har { $count } endringar frå ei seinare utgåve. Byt programmet ut med den.
}
operation-version = Versjon
operation-started = Starta
operation-tables = Tabellar
operation-tables-newest = { $newest }, { $count ->
    [one] éi endring i alt
   *[other] { $count } endringar i alt
}
operation-nothing = Ingen
operation-since = { $count }, den eldste sidan { $since }
operation-unsent = Meldingar som ikkje er leverte vidare
operation-waiting = Meldingar som ventar på å bli handsama
operation-set-aside = Meldingar som er lagde til side
operation-parked = Meldingar som ikkje kunne lagrast
operation-parked-nowhere = Ingen. Delane køyrer utan meldingstenar.
operation-parked-unknown = Uvisst: meldingstenaren svarte ikkje.
operation-parked-known = { $count }. Dei ligg hos meldingstenaren; { $command } viser kvifor.
operation-set-aside-none = Ingen meldingar er lagde til side.
operation-set-aside-text = Rett opp årsaka først, ofte med ei nyare utgåve. Ei melding som er gjord før, blir kjend att, så ingenting skjer to gonger.
operation-kinds = Etter slag
operation-kind = Slag
operation-count = Kor mange
operation-action = Handling
operation-try-kind = Prøv alle på nytt
operation-messages = { $shown ->
    [one] Den eldste av { $all }
   *[other] Dei { $shown } eldste av { $all }
}
operation-message = Melding
operation-arrived = Kom
operation-set-aside-at = Lagd til side
operation-tries = Forsøk
operation-reason = Grunn
operation-no-reason = Ingen har svart
operation-try = Prøv på nytt
operation-tried = { $count ->
    [0] Det var ingen slik melding å prøve på nytt lenger.
    [one] Éi melding blir prøvd på nytt.
   *[other] { $count } meldingar blir prøvde på nytt.
}
operation-letters = Brev som ikkje kjem ut
operation-letters-none = Alle brev frå dei siste 30 dagane er sende eller ventar på tur.
operation-letters-text = Dei siste 30 dagane, med det mottakaren sin tenar svarte. Kven dei er til, ser arrangørane på sidene sine.
operation-letters-list = Brev med same grunn
operation-oldest = Den eldste skulle ut

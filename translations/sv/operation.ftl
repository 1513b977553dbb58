# Det som de som driver tjänsten ser av varje del av den.

operation-title = Drift: { $service }
operation-services = Delar av tjänsten
operation-service-portal = startsida och inloggning
operation-service-registration = anmälan
operation-service-conference = konferenser
operation-service-webinar = webbinarier
operation-service-gathering = träffar
operation-service-mail = brev
operation-lead = Så mår den här delen just nu, i den process som svarade. Här finns inga personuppgifter.
operation-later = { $count ->
    [one] Tabellerna har en ändring från en senare utgåva. Byt ut programmet mot den.
   *[other] Tabellerna har { $count } ändringar från en senare utgåva. Byt ut programmet mot den.
}
operation-version = Version
operation-started = Startad
operation-tables = Tabeller
operation-tables-newest = { $newest }, { $count ->
    [one] en ändring totalt
   *[other] { $count } ändringar totalt
}
operation-nothing = Inga
operation-since = { $count }, den äldsta sedan { $since }
operation-unsent = Meddelanden som inte har levererats vidare
operation-waiting = Meddelanden som väntar på att hanteras
operation-set-aside = Meddelanden som har lagts åt sidan
operation-parked = Meddelanden som inte kunde sparas
operation-parked-nowhere = Inga. Delarna körs utan meddelandeserver.
operation-parked-unknown = Oklart: meddelandeservern svarade inte.
operation-parked-known = { $count }. De ligger hos meddelandeservern; { $command } visar varför.
operation-set-aside-none = Inga meddelanden har lagts åt sidan.
operation-set-aside-text = Åtgärda orsaken först, ofta med en nyare utgåva. Ett meddelande som redan har hanterats känns igen, så inget händer två gånger.
operation-kinds = Efter slag
operation-kind = Slag
operation-count = Antal
operation-action = Åtgärd
operation-try-kind = Försök med alla igen
operation-messages = { $shown ->
    [one] Det äldsta av { $all }
   *[other] De { $shown } äldsta av { $all }
}
operation-message = Meddelande
operation-arrived = Kom
operation-set-aside-at = Lagt åt sidan
operation-tries = Försök
operation-reason = Orsak
operation-no-reason = Ingen har svarat
operation-try = Försök igen
operation-tried = { $count ->
    [0] Det fanns inte längre något sådant meddelande att försöka med.
    [one] Ett försök till görs med ett meddelande.
   *[other] Ett försök till görs med { $count } meddelanden.
}
operation-letters = Brev som inte kommer fram
operation-letters-none = Alla brev från de senaste 30 dagarna är skickade eller väntar på sin tur.
operation-letters-text = De senaste 30 dagarna, med det mottagarens server svarade. Vem de är till ser arrangörerna på sina sidor.
operation-letters-list = Brev med samma orsak
operation-oldest = Det äldsta skulle ha skickats

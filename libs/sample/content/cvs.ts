/** Short texts of CVs, as people attach them; what stands in them is found by the search. */
export const CVS: Readonly<Record<string, string>> = {
  fontanel: `Mireille Fontanel
Backend engineer, Lyon

2019 – now   Regional tram operator: ledger of shifts and pay. Event sourcing on PostgreSQL, TypeScript, replayable streams.
2014 – 2019  Consultancy for public transport: timetables, fare rules, a great deal of XML.
2011 – 2014  Library systems, Java.

Languages: French, English, some German. Maintains a small open-source parser for transit feeds.
`,
  adeyinka: `Folake Adeyinka
Senior software engineer, Lagos

Payments reconciliation, exactly-once transfers, recovery logs. Go and PostgreSQL, seven years.
Before: mobile money agent network, Kotlin.
Talks: "What the bank says when it says nothing" (2024). Mentors at a coding club for girls.
`,
  rao: `Meenakshi Rao
Embedded and backend, Pune

Flood warning for river gauges: protocol over GSM, simulator, ingestion in Rust, time series in PostgreSQL.
Earlier: instrumentation for wind tunnels.
Runs two Almanac stations on the roof.
`,
  karadag: `Zeynep Karadağ
Backend engineer, İzmir

Ship positions (AIS) for ports on the Aegean: watermarks, late and duplicate messages, three services that may stop at any moment.
TypeScript, Rust, Kafka where it could not be avoided. Sails.
`,
  reis: `Camila Andrade Reis
Software engineer, Florianópolis

Surf and fishing forecasts from buoys and satellite passes. Python and TypeScript, PostGIS.
Volunteer with a community radio station. Portuguese, Spanish, English.
`,
  moyo: `Tendai Moyo
IoT engineer, Bulawayo

Solar-powered water meters, LoRa, MQTT, Node.js and PostgreSQL on one small server. 1,200 meters, three colleagues.
Diploma in electrical engineering. Ndebele, Shona, English.
`,
  alkhatib: `نادية الخطيب  Nadia Al-Khatib
Database engineer, Amman

Registry of wells for two ministries: versioned records, approvals, audit. PostgreSQL for eleven years, Go for four.
Teaches databases in the evening. Arabic, English, French.
`,
  hazelaar: `Joost Hazelaar
Platform engineer, Groningen

Build and release for a water authority: reproducible builds, rollbacks in a minute, backups that are restored weekly.
Linux, Nix, Rust, Terraform. Repairs bicycles.
`,
  ferreyra: `Lucía Ferreyra
Platform engineer, Montevideo

Cut releases from a day to forty minutes at a clinic network and at a cinema chain. Kubernetes, and twice the way back from it.
Ansible, TypeScript, observability.
`,
  sarr: `Awa Ndiaye Sarr
Systems engineer, Saint-Louis

Hosting for a co-operative of radio stations in Senegal and Mauritania: small servers, solar power, slow links.
Linux, WireGuard, PostgreSQL, documentation in French, Wolof and English.
`,
  thibodeaux: `Isabelle Thibodeaux
Reliability engineer, Moncton

Power utility: dashboards, alerting, on-call for nine years. Prometheus, Linux, PostgreSQL, Go.
Wrote the guide to drills that three utilities now use.
`,
  nakamura: `Thiago Nakamura Lopes
Product designer, Curitiba (from spring: Porto)

Designed bus-stop displays, a vaccination calendar and the weather page of a newspaper. Figma, SVG, HTML and CSS.
`,
  lind: `Freja Thorup Lind
Designer and cartographer, Aarhus

Nautical charts, flood maps, the design system of a mapping agency. Usability studies at sea.
Danish, English, German.
`,
  whitehorse: `Jasmine Whitehorse
Site reliability engineer, Flagstaff

Services for wildfire smoke maps: load tests, capacity for thirtyfold traffic, public incident reviews. Linux, PostgreSQL, Go, TypeScript.
Runs a station for her community.
`,
  chowdhury: `Samira Chowdhury
Site reliability engineer, Toronto

Queues and storage for a library consortium, twelve years on call. Boring technology, well watched.
Linux, PostgreSQL, Python. Bengali, English, French.
`,
};

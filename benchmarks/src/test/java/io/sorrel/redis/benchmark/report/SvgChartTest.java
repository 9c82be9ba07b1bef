package io.sorrel.redis.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Kind;
import io.sorrel.redis.benchmark.load.Row;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgChartTest {
    @Test
    void drawsABarPerMeasuredClientInProportionToTheFastest() throws Exception {
        List<Element> bars = elements(chart(Samples.sync200()), "rect").stream()
                .filter(bar -> !bar.getAttribute("class").equals("page"))
                .toList();

        assertThat(bars).extracting(bar -> bar.getAttribute("class")).containsExactly("own", "peer", "peer");
        assertThat(bars).extracting(bar -> bar.getAttribute("width")).containsExactly("480.0", "320.0", "192.0");
    }

    @Test
    void namesEveryBarAndItsFigure() throws Exception {
        assertThat(elements(chart(Samples.sync200()), "text"))
                .extracting(Element::getTextContent)
                .containsExactly(
                        "Operations per second",
                        "sync, 200 threads",
                        "Sorrel pooled",
                        "150,000",
                        "Jedis",
                        "100,000",
                        "Lettuce",
                        "60,000");
    }

    @Test
    void hasColoursForALightAndADarkPage() {
        String svg = SvgChart.of(Samples.RUN, List.of());

        assertThat(svg).contains("prefers-color-scheme: dark").contains(".page { fill: #ffffff }");
    }

    @Test
    void leavesOutARowWithoutFigures() throws Exception {
        RowResult nothing = new RowResult(Samples.row("async-256"), Map.of(Participant.JEDIS, Cell.missing()));

        assertThat(elements(chart(nothing), "text")).hasSize(1);
    }

    @Test
    void escapesTitles() throws Exception {
        Row row = new Row("odd", "a < \"b\" & c", Kind.SYNC, 1, false, List.of());
        RowResult result = new RowResult(row, Map.of(Participant.JEDIS, Samples.cell(1, 1, 1, 1)));

        assertThat(elements(chart(result), "text"))
                .extracting(Element::getTextContent)
                .contains("a < \"b\" & c");
    }

    private static Document chart(RowResult result) throws Exception {
        String svg = SvgChart.of(Samples.RUN, List.of(result));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}

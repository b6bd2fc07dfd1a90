package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

var server = http.Client{Timeout: 5 * time.Second}

func ask[Prediction any](path string, rows [][]float64) ([]Prediction, error) {
	question, err := json.Marshal(map[string]any{"data": rows})
	if err != nil {
		return nil, err
	}
	response, err := server.Post(os.Args[1]+path, "application/json", bytes.NewReader(question))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%d %s", response.StatusCode, content)
	}
	var answer struct{ Prediction []Prediction }
	err = json.Unmarshal(content, &answer)
	return answer.Prediction, err
}

func main() {
	rows := [][]float64{{5.1, 3.5, 1.4, 0.2}, {6.3, 2.9, 5.6, 1.8}}
	labels, err := ask[string]("/predict/label", rows)
	if err != nil {
		log.Fatal(err)
	}
	probabilities, err := ask[[]float64]("/predict", rows)
	if err != nil {
		log.Fatal(err)
	}
	for row, label := range labels {
		best := 0.0
		for _, probability := range probabilities[row] {
			if probability > best {
				best = probability
			}
		}
		fmt.Println(label, best)
	}

	_, err = ask[[]float64]("/predict", [][]float64{{5.1, 3.5}})
	fmt.Println(err)
}
